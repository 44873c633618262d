import type { Axes } from '../statements/axes.ts';
import { seededRandom } from '../random.ts';
import { generateStatement } from '../statements/generate-statement.ts';
import { generateScan } from '../statements/scan/generate-scan.ts';
import type { ScanAxes } from '../statements/scan/scan-axes.ts';
import type { Truth } from '../statements/truth.ts';

export type Sample = { name: string; pdf: Uint8Array; truth: Truth };

/** With `scan` it is printed and scanned. */
type Recipe = { name: string; seed: number; entries: number; axes: Partial<Axes>; scan?: Partial<ScanAxes> };

/** What all samples have in common: a calm page, one idea each. */
const calm: Omit<Axes, 'language' | 'currency' | 'number' | 'date'> = {
  family: 'ledger',
  size: 'page',
  period: 'month',
  amounts: 'debit-credit',
  balance: 'row',
  bareFraction: 'no',
  emptyCell: 'blank',
  debitSign: 'none',
  cardSigns: 'purchases-positive',
  cardSections: 'one',
  otherAccounts: 'same-currency',
  currencyMark: 'heading',
  figureAlign: 'right',
  secondDate: 'none',
  secondDatePlace: 'beside',
  dateColumns: 'one',
  dayTotals: 'no',
  yearRow: 'no',
  dateWrap: 'no',
  datePrinted: 'every-row',
  time: 'none',
  monthCase: 'title',
  order: 'oldest-first',
  description: 'several-lines',
  figuresLine: 'dated-line',
  leaders: 'none',
  columnOrder: 'text-between',
  extraColumns: 'none',
  figuresInText: 'some',
  zeroRows: 'none',
  summary: 'rows-and-top',
  summaryStyle: 'columns',
  totals: 'summary',
  interruptions: 'none',
  rowBreaks: 'kept',
  carry: 'none',
  headings: 'every-page',
  fault: 'none',
  paper: 'a4',
  flow: 'one-column',
  panel: 'none',
  rules: 'heading',
  typeface: 'sans',
  watermark: 'none',
  emission: 'lines',
  fakeBold: 'no',
  pageBox: 'plain',
  compression: 'none',
  drawOrder: 'rows',
  afterword: 'none',
  notes: 'end',
  letterhead: 'plain',
};

const recipes: Recipe[] = [
  {
    name: 'statement',
    seed: 4,
    entries: 40,
    axes: {
      ...calm,
      language: 'british',
      currency: 'GBP',
      number: '1,234.56',
      date: 'D MMM',
      extraColumns: 'method-first',
      carry: 'balance',
      rules: 'rows',
      letterhead: 'band',
    },
  },
  {
    name: 'kontoauszug',
    seed: 5,
    entries: 21,
    axes: {
      ...calm,
      language: 'german',
      currency: 'EUR',
      number: '1.234,56',
      date: 'DD.MM.',
      period: 'across-new-year',
      amounts: 'trailing-sign',
      secondDate: 'value',
      balance: 'none',
      figuresInText: 'many',
      letterhead: 'rule',
    },
  },
  {
    name: 'releve-de-compte',
    seed: 6,
    entries: 19,
    axes: {
      ...calm,
      language: 'french',
      currency: 'EUR',
      number: '1nbsp234,56',
      date: 'DD/MM/YYYY',
      balance: 'day-end',
      datePrinted: 'first-of-day',
      rules: 'grid',
      totals: 'row',
    },
  },
  {
    name: 'two-accounts',
    seed: 7,
    entries: 14,
    axes: {
      ...calm,
      family: 'accounts',
      otherAccounts: 'other-currency',
      language: 'singaporean',
      currency: 'SGD',
      number: '1,234.56',
      date: 'DD MMM YYYY',
      rules: 'zebra',
      summary: 'rows',
      totals: 'none',
    },
  },
  {
    name: 'credit-card',
    seed: 8,
    entries: 19,
    axes: {
      ...calm,
      family: 'card',
      cardSigns: 'purchases-positive',
      cardSections: 'several',
      language: 'american',
      currency: 'USD',
      number: '1,234.56',
      date: 'MM/DD',
      amounts: 'minus',
      balance: 'none',
      paper: 'letter',
      secondDate: 'posting',
      description: 'one-line',
      letterhead: 'band',
    },
  },
  {
    name: 'deposits-and-withdrawals',
    seed: 9,
    entries: 26,
    axes: {
      ...calm,
      family: 'sections',
      language: 'american',
      currency: 'USD',
      number: '1,234.56',
      date: 'MM/DD/YY',
      paper: 'letter',
      description: 'one-line',
      summaryStyle: 'list',
      rules: 'none',
    },
  },
  {
    name: 'account-statement-inr',
    seed: 10,
    entries: 30,
    axes: {
      ...calm,
      language: 'indian',
      currency: 'INR',
      number: '1,23,456.78',
      date: 'DD/MM/YYYY',
      extraColumns: 'reference',
      rules: 'grid',
      order: 'newest-first',
      summary: 'top',
      totals: 'summary',
    },
  },
  {
    name: 'does-not-add-up',
    seed: 11,
    entries: 14,
    axes: {
      ...calm,
      language: 'british',
      currency: 'GBP',
      number: '1,234.56',
      date: 'DD/MM/YYYY',
      fault: 'balance',
      letterhead: 'rule',
    },
  },
  {
    name: 'scanned-statement',
    seed: 1,
    entries: 16,
    axes: {
      ...calm,
      language: 'german',
      currency: 'EUR',
      number: '1.234,56',
      date: 'DD.MM.YYYY',
      description: 'one-line',
      summary: 'rows',
      rules: 'rows',
    },
    scan: {
      resolution: '200',
      skew: 'slight',
      turn: 'upright',
      blur: 'some',
      noise: 'none',
      light: 'dim',
      quality: 'poor',
      container: 'pdf',
      tone: 'grey',
      flaw: 'none',
    },
  },
];

/** The statements that the project shows itself with, as the generator writes them today. */
export function composeSamples(): Promise<Sample[]> {
  return Promise.all(
    recipes.map(async ({ name, seed, entries, axes, scan }) => {
      const random = seededRandom(seed);
      if (scan === undefined) {
        const { pdf, truth } = generateStatement(random, { axes, entries });
        return { name, pdf, truth };
      }
      const { bytes, truth } = await generateScan(random, { axes, scan, entries });
      return { name, pdf: bytes, truth };
    }),
  );
}
