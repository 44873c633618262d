import type { Cell } from '../table/grid.ts';
import { numberCell, putCell, textCell } from '../table/make-cell.ts';
import { dateOfSerial } from '../table/serial-dates.ts';
import { type Globals, shortText } from './read-globals.ts';
import { PieceReader, readRecords } from './records.ts';

const EOF = 0x0a;
const FORMULA = 0x06;
const STRING = 0x02_07;
const NUMBER = 0x02_03;
const LABEL = 0x02_04;
const RSTRING = 0xd6;
const LABELSST = 0xfd;
const RK = 0x02_7e;
const MULRK = 0xbd;
const BOF = 0x08_09;

/** The rows of a sheet that have cells, whose records begin at `offset` in the workbook's stream. */
export function readXlsSheet(stream: Uint8Array, offset: number, globals: Globals): Cell[][] {
  const rows: Cell[][] = [];
  let depth = 0;
  let ofFormula: { row: number; column: number } | null = null;
  const put = (row: number, column: number, cell: Cell) => {
    rows[row] ??= [];
    putCell(rows[row], column, cell);
  };
  const putNumber = (row: number, column: number, style: number, value: number) => {
    const date = globals.dateStyles[style] === true ? dateOfSerial(value, globals.is1904) : null;
    put(row, column, date === null ? numberCell(String(value)) : textCell(date));
  };
  for (const { type, pieces } of readRecords(stream, offset)) {
    if (type === BOF) depth++;
    if (type === EOF && --depth <= 0) break;
    // A chart inside the sheet has records of its own.
    if (depth > 1) continue;
    const [data] = pieces;
    if (data === undefined || (data.length < 6 && type !== STRING)) continue;
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    const reader = new PieceReader(pieces);
    if (type === STRING) {
      if (ofFormula !== null)
        put(ofFormula.row, ofFormula.column, textCell(shortText(reader, globals, reader.uint16())));
      continue;
    }
    const [row, column, style] = [view.getUint16(0, true), view.getUint16(2, true), view.getUint16(4, true)];
    if (type === NUMBER) putNumber(row, column, style, view.getFloat64(6, true));
    else if (type === RK) putNumber(row, column, style, numberOfRk(view, 6));
    else if (type === MULRK) {
      for (let at = 4, own = column; at + 6 <= data.length - 2; at += 6, own++) {
        putNumber(row, own, view.getUint16(at, true), numberOfRk(view, at + 2));
      }
    } else if (type === LABELSST) put(row, column, textCell(globals.strings[view.getUint32(6, true)] ?? ''));
    else if (type === LABEL || type === RSTRING) {
      reader.skip(6);
      put(row, column, textCell(shortText(reader, globals, reader.uint16())));
    } else if (type === FORMULA) {
      // A result that is no number says so in its last two bytes; a text follows in a record of its own.
      const isNumber = view.getUint16(12, true) !== 0xff_ff;
      if (isNumber) putNumber(row, column, style, view.getFloat64(6, true));
      ofFormula = isNumber ? null : { row, column };
    }
  }
  return rows.filter((row) => row !== undefined);
}

/** A number in four bytes: a whole one, or the upper half of a fraction; perhaps in hundredths (MS-XLS, 2.5.217). */
function numberOfRk(view: DataView, at: number): number {
  const word = view.getInt32(at, true);
  const isHundredths = (word & 1) === 1;
  let value = word >> 2;
  if ((word & 2) === 0) {
    const double = new DataView(new ArrayBuffer(8));
    double.setInt32(4, word & ~3, true);
    value = double.getFloat64(0, true);
  }
  return isHundredths ? value / 100 : value;
}
