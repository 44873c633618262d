import { stringify } from 'csv-stringify/sync';
import type { Random } from '../random.ts';
import { decimal, type GeneratedAccount } from './generated-account.ts';

const HEADINGS = {
  english: ['Date', 'Description', 'Amount', 'Balance', 'Debit', 'Credit', 'Opening balance', 'Closing balance'],
  german: ['Buchungstag', 'Verwendungszweck', 'Betrag', 'Saldo', 'Soll', 'Haben', 'Alter Saldo', 'Neuer Saldo'],
  french: ['Date', 'Libellé', 'Montant', 'Solde', 'Débit', 'Crédit', 'Ancien solde', 'Nouveau solde'],
  spanish: ['Fecha', 'Concepto', 'Importe', 'Saldo', 'Cargo', 'Abono', 'Saldo anterior', 'Saldo final'],
  polish: ['Data operacji', 'Opis', 'Kwota', 'Saldo', 'Obciążenia', 'Uznania', 'Saldo początkowe', 'Saldo końcowe'],
} as const;

/** What a language calls the column of sides, with money out and in, and that of states, with what is not booked and is. */
const MARKS = {
  english: ['Type', 'Debit', 'Credit', 'Status', 'Pending', 'Completed'],
  german: ['S/H', 'S', 'H', 'Status', 'Vorgemerkt', 'Gebucht'],
  french: ['Sens', 'Débit', 'Crédit', 'Statut', 'En attente', 'Comptabilisé'],
  spanish: ['Tipo', 'Cargo', 'Abono', 'Estado', 'Pendiente', 'Contabilizado'],
  polish: ['Wn/Ma', 'Wn', 'Ma', 'Status', 'Oczekująca', 'Zaksięgowano'],
} as const;

/** How a file says which way money goes: by signs, by columns, or by a word in a column of its own. */
const SIDES = ['signed', 'plus', 'parentheses', 'columns', 'zeros', 'negative', 'words'] as const;

export type CsvChoices = {
  language: keyof typeof HEADINGS;
  delimiter: ',' | ';' | '\t';
  mark: '.' | ',';
  group: string;
  date: 'iso' | 'dots' | 'slashes';
  sides: (typeof SIDES)[number];
  hasBalance: boolean;
  /** A column tells which entries are booked, and one is not. */
  hasStates: boolean;
  /** Columns that are of no concern. */
  hasMore: boolean;
  hasEnds: boolean;
  hasHeading: boolean;
  newestFirst: boolean;
  encoding: 'utf8' | 'utf8-mark' | 'utf16le' | 'latin1';
};

export function chooseCsv(random: Random): CsvChoices {
  const mark = random.pick(['.', ','] as const);
  const hasHeading = random.chance(0.9);
  return {
    language: random.pick(['english', 'german', 'french', 'spanish', 'polish'] as const),
    delimiter: random.pick([',', ';', '\t'] as const),
    mark,
    group: random.pick(mark === '.' ? ['', ',', "'"] : ['', '.', ' ']),
    date: random.pick(['iso', 'dots', 'slashes'] as const),
    sides: hasHeading ? random.pick(SIDES) : random.pick(['signed', 'columns'] as const),
    hasBalance: random.chance(0.7) || !hasHeading,
    hasStates: hasHeading && random.chance(0.3),
    hasMore: random.chance(0.3),
    hasEnds: random.chance(0.5),
    hasHeading,
    newestFirst: random.chance(0.4),
    encoding: random.pick(['utf8', 'utf8-mark', 'utf16le', 'latin1'] as const),
  };
}

/** A bank's CSV export of the account, in the notation of its choice. */
export function writeCsvExport(account: GeneratedAccount, choices: CsvChoices): Uint8Array {
  const [date, text, amount, balance, debit, credit, opening, closing] = HEADINGS[choices.language];
  const figure = (cents: number) => grouped(cents, choices);
  const [side, out, into, state, unbooked, booked] = MARKS[choices.language];
  const heading = [
    ...(choices.hasMore ? ['ID'] : []),
    date,
    text,
    ...(choices.sides === 'words' ? [side, amount] : TWO_COLUMNS.has(choices.sides) ? [debit, credit] : [amount]),
    ...(choices.hasBalance ? [balance] : []),
    ...(choices.hasStates ? [state] : []),
  ];
  const rowOf = (row: GeneratedAccount['rows'][number], at: number, isBooked = true) => [
    ...(choices.hasMore ? [`T${account.account}${at}`] : []),
    dateIn(row.date, choices.date),
    row.description,
    ...movementIn(row.cents, choices.sides, figure, [out, into]),
    ...(choices.hasBalance ? [figure(row.balance)] : []),
    ...(choices.hasStates ? [isBooked ? booked : unbooked] : []),
  ];
  const last = account.rows.at(-1);
  const rows = [
    ...account.rows.map((row, at) => rowOf(row, at)),
    ...(choices.hasStates && last !== undefined ? [rowOf({ ...last, cents: -123 }, account.rows.length, false)] : []),
  ];
  const records: string[][] = [
    ...(choices.hasEnds ? [[`${opening}:`, figure(account.opening)]] : []),
    ...(choices.hasHeading ? [heading] : []),
    ...(choices.newestFirst ? rows.toReversed() : rows),
    ...(choices.hasEnds ? [[`${closing}:`, figure(account.closing)]] : []),
  ];
  const csv = stringify(records, { delimiter: choices.delimiter, record_delimiter: 'windows' });
  if (choices.encoding === 'utf8-mark') return Buffer.from(`\ufeff${csv}`);
  if (choices.encoding === 'utf16le') return Buffer.from(`\ufeff${csv}`, 'utf16le');
  // What a code page of Western Europe lacks is written without its marks.
  if (choices.encoding === 'latin1')
    return Buffer.from(csv.normalize('NFKD').replaceAll(/[^\u0020-\u007e\s]/g, ''), 'latin1');
  return Buffer.from(csv);
}

const TWO_COLUMNS: ReadonlySet<CsvChoices['sides']> = new Set(['columns', 'zeros', 'negative']);

/** What an entry moves, in the columns that tell it. */
function movementIn(
  cents: number,
  sides: CsvChoices['sides'],
  figure: (cents: number) => string,
  [out, into]: readonly [string, string],
): string[] {
  const size = figure(Math.abs(cents));
  if (sides === 'signed') return [figure(cents)];
  if (sides === 'plus') return [cents > 0 ? `+${size}` : figure(cents)];
  if (sides === 'parentheses') return [cents < 0 ? `(${size})` : size];
  if (sides === 'words') return [cents < 0 ? out : into, size];
  const nothing = sides === 'zeros' ? figure(0) : '';
  const paid = sides === 'negative' ? figure(cents) : size;
  return cents < 0 ? [paid, nothing] : [nothing, size];
}

function grouped(cents: number, { mark, group }: CsvChoices): string {
  const [whole = '', decimals = ''] = decimal(cents).split('.');
  return whole.replaceAll(/\B(?=(\d{3})+$)/g, group) + mark + decimals;
}

function dateIn(iso: string, notation: CsvChoices['date']): string {
  const [year, month, day] = iso.split('-');
  if (notation === 'iso') return iso;
  return notation === 'dots' ? `${day}.${month}.${year}` : `${day}/${month}/${year}`;
}
