import type { CombinedMember } from './combined-member.ts';
import { mergeMembers } from './merge-members.ts';
import { writeCombinedCsv } from './write-combined-csv.ts';
import { writeCombinedJson } from './write-combined-json.ts';
import { writeCombinedXlsx } from './xlsx/write-combined-xlsx.ts';

/** What several statements can be written as together. */
export const COMBINED_FORMATS = ['xlsx', 'csv', 'json'] as const;
export type CombinedFormat = (typeof COMBINED_FORMATS)[number];

/**
 * Several documents as one file, as bytes. `title` is what the workbook calls itself; `createdAt` is the moment it was
 * made (not read from a clock). The same members in any order give the same bytes. Throws AppError `TOO_LARGE` where
 * the rows do not fit into one Excel sheet.
 */
export const writeCombined = async (
  format: CombinedFormat,
  members: readonly CombinedMember[],
  about: { title: string; createdAt: Date },
): Promise<Uint8Array> => {
  switch (format) {
    case 'xlsx':
      return writeCombinedXlsx(mergeMembers(members), about);
    case 'csv':
      return utf8(writeCombinedCsv(mergeMembers(members)));
    case 'json':
      return utf8(writeCombinedJson(mergeMembers(members)));
  }
};

/** Encodes part by part: the text as a whole would take twice the memory. */
const utf8 = (parts: Iterable<string>): Uint8Array => Buffer.concat(Array.from(parts, (part) => Buffer.from(part)));
