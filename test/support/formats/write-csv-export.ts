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

export type CsvChoices = {
  language: keyof typeof HEADINGS;
  delimiter: ',' | ';' | '\t';
  mark: '.' | ',';
  group: string;
  date: 'iso' | 'dots' | 'slashes';
  sides: 'signed' | 'columns';
  hasBalance: boolean;
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
    sides: random.pick(['signed', 'columns'] as const),
    hasBalance: random.chance(0.7) || !hasHeading,
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
  const isSigned = choices.sides === 'signed';
  const heading = [date, text, ...(isSigned ? [amount] : [debit, credit]), ...(choices.hasBalance ? [balance] : [])];
  const rows = account.rows.map((row) => [
    dateIn(row.date, choices.date),
    row.description,
    ...(isSigned
      ? [figure(row.cents)]
      : [row.cents < 0 ? figure(-row.cents) : '', row.cents > 0 ? figure(row.cents) : '']),
    ...(choices.hasBalance ? [figure(row.balance)] : []),
  ]);
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

function grouped(cents: number, { mark, group }: CsvChoices): string {
  const [whole = '', decimals = ''] = decimal(cents).split('.');
  return whole.replaceAll(/\B(?=(\d{3})+$)/g, group) + mark + decimals;
}

function dateIn(iso: string, notation: CsvChoices['date']): string {
  const [year, month, day] = iso.split('-');
  if (notation === 'iso') return iso;
  return notation === 'dots' ? `${day}.${month}.${year}` : `${day}/${month}/${year}`;
}
