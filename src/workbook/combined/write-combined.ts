import type { Combined } from './combined.ts';
import { writeCombinedCsv } from './write-combined-csv.ts';
import { writeCombinedJson } from './write-combined-json.ts';
import { writeCombinedXlsx } from './xlsx/write-combined-xlsx.ts';

/** What several statements can be written as together. */
export const COMBINED_FORMATS = ['xlsx', 'csv', 'json'] as const;
export type CombinedFormat = (typeof COMBINED_FORMATS)[number];

/** Long enough that handing a part on costs little, short enough that a few of them are nothing to hold. */
const PART_BYTES = 1 << 18;

/**
 * The books as one file, as bytes in parts of some hundred kilobytes, so that the whole need not stand in memory.
 * `title` is what the workbook calls itself; `createdAt` is the moment it was made (not read from a clock). The same
 * books give the same bytes. Throws AppError `TOO_LARGE` where the rows do not fit into one Excel sheet.
 */
export async function* writeCombined(
  format: CombinedFormat,
  combined: Combined,
  about: { title: string; createdAt: Date },
): AsyncGenerator<Uint8Array> {
  let part: Uint8Array[] = [];
  let length = 0;
  for await (const bytes of write(format, combined, about)) {
    part.push(bytes);
    length += bytes.length;
    if (length < PART_BYTES) continue;
    yield Buffer.concat(part);
    part = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(part);
}

const write = (
  format: CombinedFormat,
  combined: Combined,
  about: { title: string; createdAt: Date },
): Iterable<Uint8Array> | AsyncIterable<Uint8Array> => {
  switch (format) {
    case 'xlsx':
      return writeCombinedXlsx(combined, about);
    case 'csv':
      return utf8(writeCombinedCsv(combined));
    case 'json':
      return utf8(writeCombinedJson(combined));
  }
};

function* utf8(texts: Iterable<string>): Generator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}
