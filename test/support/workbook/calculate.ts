import { type OpenCell, type OpenSheet, type OpenWorkbook, tableRows } from './open-workbook.ts';

type Value = number | string | null;
type Argument = Value | Value[];

/**
 * Calculates one of the summary's formulas from what the cells of the workbook hold, as a spreadsheet program would
 * when it opens the file: `ROUND`, `SUMIFS`, `COUNTIFS`, `COUNTA`, `+`, `-`, cells of the summary and columns of the
 * table. Other cells' formulas are calculated in turn; their stored results are not looked at.
 */
export const calculate = (workbook: OpenWorkbook, formula: string): number =>
  calculateOver(tableRows(workbook), workbook.sheets.get('Summary') ?? new Map(), formula);

const calculateOver = (rows: readonly Record<string, OpenCell>[], summary: OpenSheet, formula: string): number => {
  const tokens = formula.match(/"[^"]*"|[A-Za-z]+\[[^\]]+\]|[A-Z]+\(|[A-Z]+\d+|\d+(?:\.\d+)?|[-+,)]/g) ?? [];
  if (tokens.join('') !== formula) throw new Error(`Not a formula of the summary: ${formula}`);
  let position = 0;

  const cellValue = (address: string): Value => {
    const cell = summary.get(address);
    if (!cell) return null;
    return cell.formula === null ? cell.value : calculateOver(rows, summary, cell.formula);
  };

  const term = (): Argument => {
    const token = tokens[position++] ?? '';
    if (token.endsWith('(')) return call(token.slice(0, -1));
    if (token.startsWith('"')) return token.slice(1, -1);
    const column = /^Transactions\[(.+)\]$/.exec(token)?.[1];
    if (column !== undefined) return rows.map((row) => row[column]?.value ?? null);
    return /^\d/.test(token) ? Number(token) : cellValue(token);
  };

  const sum = (): Argument => {
    let total = term();
    while (tokens[position] === '+' || tokens[position] === '-') {
      const sign = tokens[position++] === '+' ? 1 : -1;
      total = numberOf(total) + sign * numberOf(term());
    }
    return total;
  };

  const call = (name: string): number => {
    const given: Argument[] = [];
    do given.push(sum());
    while (tokens[position++] === ',');
    const known = FUNCTIONS[name];
    if (!known) throw new Error(`Unknown function ${name}`);
    return known(given);
  };

  return numberOf(sum());
};

const FUNCTIONS: Readonly<Record<string, (given: Argument[]) => number>> = {
  ROUND: ([value = 0, decimals = 0]) => Number(numberOf(value).toFixed(numberOf(decimals))),
  SUMIFS: ([summed = [], ...conditions]) =>
    columnOf(summed).reduce<number>(
      (total, value, row) => (typeof value === 'number' && meetsAll(conditions, row) ? total + value : total),
      0,
    ),
  COUNTIFS: (conditions) => columnOf(conditions[0] ?? []).filter((_, row) => meetsAll(conditions, row)).length,
  COUNTA: ([column = []]) => columnOf(column).filter((value) => value !== null).length,
};

const meetsAll = (conditions: readonly Argument[], row: number): boolean => {
  for (let index = 0; index < conditions.length; index += 2) {
    const value = columnOf(conditions[index] ?? [])[row] ?? null;
    if (!meets(value, conditions[index + 1] ?? null)) return false;
  }
  return true;
};

const meets = (value: Value, criterion: Argument): boolean => {
  if (criterion === '>0') return typeof value === 'number' && value > 0;
  if (criterion === '<0') return typeof value === 'number' && value < 0;
  if (criterion === '?*') return typeof value === 'string' && value !== '';
  return value === criterion;
};

const numberOf = (value: Argument): number => {
  if (typeof value !== 'number') throw new Error(`#VALUE!: ${JSON.stringify(value)}`);
  return value;
};

const columnOf = (value: Argument): Value[] => (Array.isArray(value) ? value : [value]);
