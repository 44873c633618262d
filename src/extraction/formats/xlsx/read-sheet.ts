import { readMoney } from '../money.ts';
import { EMPTY, type Cell } from '../table/grid.ts';
import { walkXml } from '../xml/walk-xml.ts';
import { dateOfSerial } from './number-formats.ts';

export type WorkbookFacts = { strings: readonly string[]; dateStyles: readonly boolean[]; is1904: boolean };

/** No statement has more columns; what stands beyond is left out. */
const MOST_COLUMNS = 256;

/** The rows of a sheet that have cells. */
export function readSheet(xml: string, facts: WorkbookFacts): Cell[][] {
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  let column = -1;
  let type: string | null = null;
  let style = 0;
  let text: string | null = null;
  let isReading = false;
  walkXml(xml, {
    open(name, attribute) {
      if (name === 'row') {
        row = [];
        column = -1;
      } else if (name === 'c') {
        column = columnOf(attribute('r')) ?? column + 1;
        type = attribute('t');
        style = Number(attribute('s') ?? 0);
        text = null;
      } else if (name === 'v' || name === 't') isReading = true;
      else if (name === 'rPh') isReading = false;
    },
    text(value) {
      if (isReading) text = (text ?? '') + value;
    },
    close(name) {
      if (name === 'v' || name === 't') isReading = false;
      if (name === 'row' && row.some((cell) => cell !== EMPTY)) rows.push(row);
      if (name !== 'c' || text === null || column >= MOST_COLUMNS) return;
      while (row.length < column) row.push(EMPTY);
      row[column] = cellOf(text, type, style, facts);
    },
  });
  return rows;
}

/** `AB12` stands in the 28th column, which is 27. */
function columnOf(reference: string | null): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function cellOf(value: string, type: string | null, style: number, facts: WorkbookFacts): Cell {
  if (type === 's') return textCell(facts.strings[Number(value)] ?? '');
  if (type === 'd') return textCell(value.slice(0, 10));
  if (type !== null && type !== 'n') return textCell(value);
  if (facts.dateStyles[style] === true) {
    const date = dateOfSerial(Number(value), facts.is1904);
    if (date !== null) return { text: date, money: null };
  }
  return numberCell(value);
}

function textCell(text: string): Cell {
  const trimmed = text.trim();
  return trimmed === '' ? EMPTY : { text: trimmed, money: null };
}

/** Excel keeps 15 digits of a number; what stands behind them in the file is noise of its arithmetic. */
function numberCell(value: string): Cell {
  const number = Number(value);
  if (!Number.isFinite(number)) return textCell(value);
  const digits = number.toPrecision(15);
  const plain = digits.includes('e') ? number.toFixed(8) : digits.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
  return { text: plain, money: readMoney(plain) };
}
