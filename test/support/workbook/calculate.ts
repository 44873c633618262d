import { type OpenWorkbook, tableRows } from './open-workbook.ts';

type Value = number | string | null;
type Argument = Value | Value[];
/** Reads what a formula says of other cells. */
type Names = {
  cell: (address: string) => Value;
  range: (from: string, to: string) => Value[];
  column: (name: string) => Value[];
};

const TOKEN = /"[^"]*"|[A-Za-z]+\[[^\]]+\]|[A-Z]+\(|\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?|\d+(?:\.\d+)?|[-+&,)]/g;

/**
 * Calculates a formula of a sheet from what the cells of the workbook hold, as a spreadsheet program would when it opens
 * the file: the functions below, `+`, `-`, `&`, cells and ranges of the sheet, columns of the tables. Other cells'
 * formulas are calculated in turn; their stored results are not looked at. One calculator remembers what it calculated.
 */
export const calculator = (workbook: OpenWorkbook): ((formula: string, sheet: string) => Value) => {
  const columns = new Map<string, Value[]>();
  const cells = new Map<string, Value>();

  const column = (name: string): Value[] => {
    const known = columns.get(name);
    if (known) return known;
    const [, table = '', header = ''] = /^(\w+)\[(.+)\]$/.exec(name) ?? [];
    const values = tableRows(workbook, table).map((row): Value => {
      const cell = row[header];
      if (!cell) return null;
      return cell.formula === null ? cell.value : run(cell.formula, workbook.tables.get(table)?.sheet ?? '');
    });
    columns.set(name, values);
    return values;
  };

  const cellOf = (sheet: string, address: string): Value => {
    const key = `${sheet}!${address}`;
    const known = cells.get(key);
    if (known !== undefined) return known;
    const cell = workbook.sheets.get(sheet)?.get(address);
    const value = cell === undefined ? null : cell.formula === null ? cell.value : run(cell.formula, sheet);
    cells.set(key, value);
    return value;
  };

  const run = (formula: string, sheet: string): Value => {
    const cell = (address: string): Value => cellOf(sheet, address);
    return evaluate(formula, { cell, column, range: (from, to) => addressesBetween(from, to).map(cell) });
  };
  return run;
};

/** A formula of the summary, calculated; a number, or it is an error. */
export const calculate = (workbook: OpenWorkbook, formula: string): number =>
  numberOf(calculator(workbook)(formula, 'Summary'));

const evaluate = (formula: string, names: Names): Value => {
  const tokens = formula.match(TOKEN) ?? [];
  if (tokens.join('') !== formula) throw new Error(`Not a formula that is known: ${formula}`);
  let position = 0;

  const term = (): Argument => {
    const token = tokens[position++] ?? '';
    if (token === '-') return -numberOf(term());
    if (token.endsWith('(')) return call(token.slice(0, -1));
    if (token.startsWith('"')) return token.slice(1, -1);
    if (token.endsWith(']')) return names.column(token);
    if (/^\d/.test(token)) return Number(token);
    const [from = '', to] = token.replaceAll('$', '').split(':');
    return to === undefined ? names.cell(from) : names.range(from, to);
  };

  const sum = (): Argument => {
    let total = term();
    while (['+', '-', '&'].includes(tokens[position] ?? '')) {
      const operator = tokens[position++];
      const next = term();
      if (operator === '&') total = `${textOf(total)}${textOf(next)}`;
      else total = numberOf(total) + (operator === '+' ? 1 : -1) * numberOf(next);
    }
    return total;
  };

  const call = (name: string): Value => {
    const given: Argument[] = [];
    do given.push(sum());
    while (tokens[position++] === ',');
    const known = FUNCTIONS[name];
    if (!known) throw new Error(`Unknown function ${name}`);
    return known(given);
  };

  const value = sum();
  return Array.isArray(value) ? (value[0] ?? null) : value;
};

const NOT_FOUND = '#N/A';

const FUNCTIONS: Readonly<Record<string, (given: Argument[]) => Value>> = {
  // Added to 0, a sum of nothing that came out as -0 is 0.
  ROUND: ([value = 0, decimals = 0]) => Number(numberOf(value).toFixed(numberOf(decimals))) + 0,
  SUM: (given) =>
    given.flatMap(columnOf).reduce<number>((total, each) => total + (typeof each === 'number' ? each : 0), 0),
  SUMIFS: ([summed = [], ...conditions]) =>
    columnOf(summed).reduce<number>(
      (total, value, row) => (typeof value === 'number' && meetsAll(conditions, row) ? total + value : total),
      0,
    ),
  COUNTIFS: (conditions) => columnOf(conditions[0] ?? []).filter((_, row) => meetsAll(conditions, row)).length,
  COUNTA: ([column = []]) => columnOf(column).filter((value) => value !== null).length,
  EOMONTH: ([day = 0, months = 0]) => endOfMonth(numberOf(day), numberOf(months)),
  MATCH: ([sought = null, column = []]) => {
    const place = sought === null ? -1 : columnOf(column).indexOf(columnOf(sought)[0] ?? null);
    return place < 0 ? NOT_FOUND : place + 1;
  },
  INDEX: ([column = [], place = 0]) =>
    place === NOT_FOUND ? NOT_FOUND : (columnOf(column)[numberOf(place) - 1] ?? null),
  IFERROR: ([value = null, otherwise = null]) => columnOf(value === NOT_FOUND ? otherwise : value)[0] ?? null,
};

const EPOCH_MS = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

const endOfMonth = (day: number, months: number): number => {
  const date = new Date(EPOCH_MS + day * DAY_MS);
  return (Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0) - EPOCH_MS) / DAY_MS;
};

const meetsAll = (conditions: readonly Argument[], row: number): boolean => {
  for (let index = 0; index < conditions.length; index += 2) {
    const value = columnOf(conditions[index] ?? [])[row] ?? null;
    if (!meets(value, conditions[index + 1] ?? null)) return false;
  }
  return true;
};

const meets = (value: Value, criterion: Argument): boolean => {
  if (criterion === '?*') return typeof value === 'string' && value !== '';
  const [, comparison, bound] =
    typeof criterion === 'string' ? (/^([<>]=?)(-?\d+(?:\.\d+)?)$/.exec(criterion) ?? []) : [];
  if (comparison === undefined) return value === criterion;
  if (typeof value !== 'number') return false;
  const difference = value - Number(bound);
  if (difference === 0) return comparison.endsWith('=');
  return comparison.startsWith('>') ? difference > 0 : difference < 0;
};

const addressesBetween = (from: string, to: string): string[] => {
  const [first, last] = [placeOf(from), placeOf(to)];
  const addresses: string[] = [];
  for (let row = first.row; row <= last.row; row += 1) {
    for (let column = first.column; column <= last.column; column += 1) addresses.push(`${nameOf(column)}${row}`);
  }
  return addresses;
};

const placeOf = (address: string) => {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  return {
    column: Array.from(letters).reduce((total, letter) => total * 26 + letter.charCodeAt(0) - 64, 0),
    row: Number(row),
  };
};

const nameOf = (column: number): string =>
  (column > 26 ? nameOf(Math.floor((column - 1) / 26)) : '') + String.fromCharCode(65 + ((column - 1) % 26));

const numberOf = (value: Argument): number => {
  if (typeof value !== 'number') throw new Error(`#VALUE!: ${JSON.stringify(value)}`);
  return value;
};

const textOf = (value: Argument): string => String(columnOf(value)[0] ?? '');

const columnOf = (value: Argument): Value[] => (Array.isArray(value) ? value : [value]);
