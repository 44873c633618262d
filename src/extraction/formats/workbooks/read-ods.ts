import { strFromU8, unzipSync } from 'fflate';
import { ExtractionError } from '../../extraction-error.ts';
import type { ExtractedDocument } from '../../statement.ts';
import { type Cell, EMPTY } from '../table/grid.ts';
import { numberCell, putCell, textCell } from '../table/make-cell.ts';
import { readSheets, type Sheet } from '../table/read-sheets.ts';
import { walkXml } from '../xml/walk-xml.ts';

/** In bytes. A year of a busy account takes 20 MB of XML. */
const MOST_UNPACKED = 150 * 1024 ** 2;
/** Cells and rows that are repeated are empty, or few. */
const MOST_REPEATED = 200;

/**
 * Reads a workbook of LibreOffice (OpenDocument, ISO 26300).
 *
 * @throws {ExtractionError} `damaged_file`, `memory_limit`
 */
export function readOds(bytes: Uint8Array): ExtractedDocument {
  const sheets: Sheet[] = [];
  let row: Cell[] = [];
  let cell: { type: string; value: string; repeated: number; text: string; paragraphs: number } | null = null;
  let isText = false;
  walkXml(contentOf(bytes), {
    open(name, attribute) {
      if (name === 'table') sheets.push({ name: attribute('name'), rows: [], isHidden: false });
      else if (name === 'table-row') row = [];
      else if (name === 'table-cell' || name === 'covered-table-cell') {
        cell = {
          type: attribute('value-type') ?? '',
          value: attribute('date-value') ?? attribute('value') ?? '',
          repeated: Number(attribute('number-columns-repeated') ?? 1),
          text: '',
          paragraphs: 0,
        };
      } else if (name === 'p' && cell !== null) {
        isText = true;
        if (cell.paragraphs++ > 0) cell.text += ' ';
      } else if (name === 's' && cell !== null) cell.text += ' ';
      else if (name === 'annotation') isText = false;
    },
    text(value) {
      if (isText && cell !== null) cell.text += value;
    },
    close(name) {
      if (name === 'p') isText = false;
      if (name === 'table-row' && row.some((own) => own !== EMPTY)) sheets.at(-1)?.rows.push(row);
      if ((name !== 'table-cell' && name !== 'covered-table-cell') || cell === null) return;
      const own = cellOf(cell.type, cell.value, cell.text);
      for (let at = 0; at < Math.min(cell.repeated, MOST_REPEATED); at++) putCell(row, row.length, own);
      cell = null;
    },
  });
  return { ...readSheets(sheets, []), sourceFormat: 'ods' };
}

function cellOf(type: string, value: string, text: string): Cell {
  if (type === 'date') return textCell(value.slice(0, 10));
  return type === 'float' || type === 'currency' || type === 'percentage' ? numberCell(value) : textCell(text);
}

function contentOf(bytes: Uint8Array): string {
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (name !== 'content.xml') return false;
        if (originalSize > MOST_UNPACKED) throw tooLarge();
        return true;
      },
    });
    const content = files['content.xml'];
    if (content !== undefined) return strFromU8(content);
  } catch (cause) {
    if (cause instanceof ExtractionError) throw cause;
    throw damaged(cause);
  }
  throw damaged(null);
}

function damaged(cause: unknown): ExtractionError {
  return new ExtractionError('damaged_file', 'The workbook is damaged. Export it from your bank again.', { cause });
}

function tooLarge(): ExtractionError {
  return new ExtractionError(
    'memory_limit',
    `The workbook unpacks to more than ${MOST_UNPACKED / 1024 ** 2} MB. Split it in parts and upload those.`,
  );
}
