import type { ExtractedDocument } from '../../statement.ts';
import { decodeText } from '../decode-text.ts';
import { type Cell, EMPTY } from '../table/grid.ts';
import { numberCell, putCell, textCell } from '../table/make-cell.ts';
import { readSheets, type Sheet } from '../table/read-sheets.ts';
import { walkXml } from '../xml/walk-xml.ts';

/**
 * Reads a workbook in the XML of Excel 2003 (SpreadsheetML), which is mostly sent under the name of one of the old kind.
 *
 * @throws {ExtractionError} `damaged_file`
 */
export function readXmlSpreadsheet(bytes: Uint8Array): ExtractedDocument {
  const declared = /encoding=["']([\w-]+)["']/i.exec(Buffer.from(bytes.subarray(0, 200)).toString('latin1'))?.[1];
  const sheets: Sheet[] = [];
  let row: Cell[] = [];
  let column = -1;
  let across = 0;
  let type = '';
  let text: string | null = null;
  walkXml(decodeText(bytes, declared ?? null).replace(/^\ufeff/, ''), {
    open(name, attribute) {
      if (name === 'Worksheet') sheets.push({ name: attribute('Name'), rows: [], isHidden: false });
      else if (name === 'Visible') type = name;
      else if (name === 'Row') {
        row = [];
        column = -1;
        across = 0;
      } else if (name === 'Cell') {
        // Columns are counted from one; where none is named, the next that is not merged.
        column = Number(attribute('Index') ?? column + 2 + across) - 1;
        across = Number(attribute('MergeAcross') ?? 0);
      } else if (name === 'Data') {
        type = attribute('Type') ?? '';
        text = '';
      }
    },
    text(value) {
      if (text !== null) text += value;
      else if (type === 'Visible' && /hidden/i.test(value)) Object.assign(sheets.at(-1) ?? {}, { isHidden: true });
    },
    close(name) {
      if (name === 'Visible') type = '';
      if (name === 'Row' && row.some((cell) => cell !== EMPTY)) sheets.at(-1)?.rows.push(row);
      if (name !== 'Data' || text === null) return;
      putCell(row, column, cellOf(text, type));
      text = null;
    },
  });
  return { ...readSheets(sheets, []), sourceFormat: 'xls' };
}

function cellOf(text: string, type: string): Cell {
  if (type === 'DateTime') return textCell(text.slice(0, 10));
  return type === 'Number' ? numberCell(text) : textCell(text);
}
