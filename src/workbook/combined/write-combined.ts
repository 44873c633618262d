import type { ExtractedDocument } from '../../extraction/statement.ts';
import { writeExport } from '../write-export.ts';
import type { CombinedMember } from './combined-member.ts';

/** What several statements can be written as together. */
export const COMBINED_FORMATS = ['xlsx', 'csv', 'json'] as const;
export type CombinedFormat = (typeof COMBINED_FORMATS)[number];

/**
 * Several documents as one file, as bytes. `title` is what the workbook calls itself; `createdAt` is the moment it was
 * made (not read from a clock). Throws AppError `TOO_LARGE` where the rows do not fit into one Excel sheet.
 */
export const writeCombined = async (
  format: CombinedFormat,
  members: readonly CombinedMember[],
  about: { title: string; createdAt: Date },
): Promise<Uint8Array> => writeExport(format, together(members), about);

const together = (members: readonly CombinedMember[]): ExtractedDocument => ({
  statements: members.flatMap(({ document }) => document.statements),
  sourceFormat: members[0]?.document.sourceFormat ?? 'pdf-text',
  warnings: members.flatMap(({ filename, document }) => document.warnings.map((warning) => `${filename}: ${warning}`)),
  pages: members.reduce((pages, { document }) => pages + document.pages, 0),
  characters: members.reduce((characters, { document }) => characters + document.characters, 0),
});
