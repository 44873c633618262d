import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Principal } from '../../auth/principal.ts';
import { conflict } from '../../errors.ts';
import { type DownloadFormat, OUTPUT_FORMATS } from './download-formats.ts';
import { outputPath } from './file-paths.ts';
import { findOwnFile } from './find-own-file.ts';

/** One stored object and what its receiver should call it. */
export type Download = { key: string; filename: string; contentType: string };

/**
 * Where the caller's file can be downloaded from in this format. Outputs are those of the last run that completed, also
 * while it is processed again and after that has failed. Throws `CONFLICT` where there are none (yet).
 */
export async function findDownload(
  em: SqlEntityManager,
  principal: Principal,
  fileId: number,
  format: DownloadFormat,
): Promise<Download> {
  const file = await findOwnFile(em, principal, fileId);
  if (format === 'original') return { key: file.storagePath, filename: file.filename, contentType: file.mimeType };
  if (file.completedRun == null) throw conflict('File is not processed; process it and wait until it is completed');
  const { extension, contentType } = OUTPUT_FORMATS[format];
  const name = file.filename.replace(/\.[^.]*$/, '') || 'statement';
  return { key: outputPath(file.id, file.completedRun, extension), filename: `${name}.${extension}`, contentType };
}
