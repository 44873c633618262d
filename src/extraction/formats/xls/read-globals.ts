import { ExtractionError } from '../../extraction-error.ts';
import { isDateFormat } from '../xlsx/number-formats.ts';
import { PieceReader, readRecords } from './records.ts';

/** What the sheets of a workbook share. */
export type Globals = {
  /** Since Excel 97; texts were of a code page before. */
  isUnicode: boolean;
  decode: (bytes: Uint8Array) => string;
  is1904: boolean;
  strings: string[];
  /** For each style of cells, whether it shows its number as a date. */
  dateStyles: boolean[];
  sheets: { name: string; isHidden: boolean; offset: number }[];
};

const BOF = 0x08_09;
const EOF = 0x0a;
const FILEPASS = 0x2f;
const CODEPAGE = 0x42;
const DATEMODE = 0x22;
const BOUNDSHEET = 0x85;
const FORMAT = 0x04_1e;
const XF = 0xe0;
const SST = 0xfc;
const BIFF8 = 0x06_00;

/** @throws {ExtractionError} `unsupported_format` where it is protected by a password, or older than Excel 5 */
export function readGlobals(stream: Uint8Array): Globals {
  const globals: Globals = {
    isUnicode: true,
    decode: (bytes) => Buffer.from(bytes).toString('latin1'),
    is1904: false,
    strings: [],
    dateStyles: [],
    sheets: [],
  };
  const codes = new Map<number, string>();
  const formats: number[] = [];
  for (const { type, pieces } of readRecords(stream)) {
    const reader = new PieceReader(pieces);
    if (type === BOF) globals.isUnicode = reader.uint16() === BIFF8;
    else if (type === EOF) break;
    else if (type === FILEPASS) throw locked();
    else if (type === CODEPAGE) globals.decode = decoderOf(reader.uint16());
    else if (type === DATEMODE) globals.is1904 = reader.uint16() === 1;
    else if (type === XF) {
      reader.skip(2);
      formats.push(reader.uint16());
    } else if (type === FORMAT) {
      const id = reader.uint16();
      codes.set(id, shortText(reader, globals, globals.isUnicode ? reader.uint16() : reader.byte()));
    } else if (type === BOUNDSHEET) {
      const offset = reader.uint32();
      const isHidden = (reader.byte() & 3) !== 0;
      const isSheet = reader.byte() === 0;
      const name = shortText(reader, globals, reader.byte());
      if (isSheet) globals.sheets.push({ name, isHidden, offset });
    } else if (type === SST) globals.strings = readStrings(reader);
  }
  globals.dateStyles = formats.map((id) => isDateFormat(id, codes.get(id)));
  return globals;
}

/** A text of so many characters at the place of a reader. */
export function shortText(reader: PieceReader, { isUnicode, decode }: Globals, length: number): string {
  if (!isUnicode) return decode(Uint8Array.from({ length }, () => reader.byte()));
  if (length === 0) return '';
  return reader.characters(length, (reader.byte() & 1) === 1);
}

/** Texts that cells share, with the runs of their fonts and their pronunciation left out (MS-XLS, 2.5.293). */
function readStrings(reader: PieceReader): string[] {
  reader.skip(4);
  const count = reader.uint32();
  const strings: string[] = [];
  while (strings.length < count && !reader.isDone) {
    const length = reader.uint16();
    const flags = reader.byte();
    const runs = flags & 8 ? reader.uint16() : 0;
    const extra = flags & 4 ? reader.uint32() : 0;
    strings.push(reader.characters(length, (flags & 1) === 1));
    reader.skip(runs * 4 + extra);
  }
  return strings;
}

function decoderOf(codePage: number): Globals['decode'] {
  const label = CODE_PAGES[codePage] ?? `windows-${codePage}`;
  try {
    const decoder = new TextDecoder(label);
    return (bytes) => decoder.decode(bytes);
  } catch {
    return (bytes) => Buffer.from(bytes).toString('latin1');
  }
}

const CODE_PAGES: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  10_000: 'macintosh',
  32_768: 'macintosh',
  32_769: 'windows-1252',
};

function locked(): ExtractionError {
  return new ExtractionError(
    'unsupported_format',
    'The workbook is protected by a password. Save it in Excel without the password, and upload that one.',
  );
}
