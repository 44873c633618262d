import { type Cell, EMPTY } from '../table/grid.ts';
import { numberCell, putCell, textCell } from '../table/make-cell.ts';
import { dateOfSerial } from '../table/serial-dates.ts';
import { walkXml } from '../xml/walk-xml.ts';

export type WorkbookFacts = { strings: readonly string[]; dateStyles: readonly boolean[]; is1904: boolean };

/** The rows of a sheet that have cells; `uncomputed` counts formulas that nobody has worked out. */
export function readSheet(xml: string, facts: WorkbookFacts): { rows: Cell[][]; uncomputed: number } {
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  let column = -1;
  let type: string | null = null;
  let style = 0;
  let text: string | null = null;
  let isReading = false;
  let isFormula = false;
  let uncomputed = 0;
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
        isFormula = false;
      } else if (name === 'f') isFormula = true;
      else if (name === 'v' || name === 't') isReading = true;
      else if (name === 'rPh') isReading = false;
    },
    text(value) {
      if (isReading) text = (text ?? '') + value;
    },
    close(name) {
      if (name === 'v' || name === 't') isReading = false;
      if (name === 'row' && row.some((cell) => cell !== EMPTY)) rows.push(row);
      if (name !== 'c') return;
      if (text === null && isFormula) uncomputed++;
      if (text !== null) putCell(row, column, cellOf(text, type, style, facts));
    },
  });
  return { rows, uncomputed };
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
