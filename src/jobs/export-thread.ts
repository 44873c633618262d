import type { ExtractedDocument } from '../extraction/statement.ts';
import type { ExportFormat } from '../workbook/formats.ts';
import { type ExportAbout, writeExport } from '../workbook/write-export.ts';

export type ExportTask = { format: ExportFormat; document: ExtractedDocument; about: ExportAbout };

/** What a thread of the exporter does. */
export const runExport = ({ format, document, about }: ExportTask): Promise<Uint8Array> =>
  writeExport(format, document, about);
