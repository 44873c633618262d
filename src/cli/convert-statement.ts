import { setTimeout as pause } from 'node:timers/promises';
import type { OutputFormat } from '../domain/file/download-formats.ts';
import { ConvertError } from './convert-error.ts';
import type { DocumentAnswer, FileAnswer } from './file-answer.ts';
import type { Progress } from './progress.ts';
import type { RestClient } from './rest-client.ts';
import { writeAtomically } from './write-atomically.ts';

type Job = { filename: string; content: Blob; password: string | null; outputPath: string; format: OutputFormat };
type Parts = {
  client: RestClient;
  progress: Progress;
  /** Where the statement is locked and no password was given; null where there is nobody to ask. */
  askPassword: () => Promise<string | null>;
  signal: AbortSignal;
};

/** Upload, process, watch, download: the main job, over HTTP from end to end. Answers with what was read. */
export async function convertStatement(
  { filename, content, password, outputPath, format }: Job,
  parts: Parts,
): Promise<DocumentAnswer> {
  const { client, progress, signal } = parts;
  progress.begin('Uploading');
  const { upload_url: uploadUrl, file_id: fileId } = await client.requestUpload(filename, content);
  await client.upload(uploadUrl, content);

  let file = await read(fileId, password, parts);
  if (password === null && isLocked(file)) {
    progress.pause();
    const asked = await parts.askPassword();
    if (asked !== null) file = await read(fileId, asked, parts);
  }
  const document = documentOf(file, filename);

  progress.begin('Writing');
  await writeAtomically(outputPath, await client.download(fileId, format), signal);
  progress.finish();
  return document;
}

async function read(fileId: number, password: string | null, { client, progress, signal }: Parts): Promise<FileAnswer> {
  progress.begin('Reading');
  let file = await client.process(fileId, password);
  for (const waitMs of waits()) {
    if (isDone(file)) break;
    progress.report(file.progress);
    await pause(waitMs, undefined, { signal });
    file = await client.getFile(fileId);
  }
  return file;
}

const isLocked = (file: FileAnswer): boolean =>
  file.status === 'error' && file.processed_data.error.code === 'encrypted_pdf';

const isDone = (file: FileAnswer): file is Exclude<FileAnswer, { status: 'pending' | 'processing' }> =>
  file.status === 'completed' || file.status === 'error';

/** Often at first, since most statements take a moment; then once a second. */
function* waits(): Generator<number> {
  for (let waitMs = 100; ; waitMs = Math.min(waitMs * 1.2, 1000)) yield waitMs;
}

function documentOf(file: FileAnswer, filename: string): DocumentAnswer {
  if (file.status === 'completed') return file.processed_data;
  const reason = file.status === 'error' ? file.processed_data.error.message : 'The server stopped reading it.';
  throw new ConvertError(`${filename} could not be converted. ${reason}`);
}
