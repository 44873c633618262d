import type { ExpectedDocument } from '../score.ts';
import type { Random } from '../random.ts';

/** An account as every format can tell it. Money in cents; dates ISO, in order. */
export type GeneratedAccount = {
  account: string;
  currency: string;
  opening: number;
  closing: number;
  rows: { date: string; description: string; cents: number; balance: number }[];
};

const PAYEES = [
  'Teahouse',
  'Grocer & Sons',
  'Rent',
  'Salary',
  'Bookshop "Page"',
  'Tram',
  'Café Zürich',
  'Energy; water',
];

/** A month or a few of an account that adds up. */
export function generateAccount(random: Random): GeneratedAccount {
  const opening = random.integer(-50_000, 2_000_000);
  let balance = opening;
  let day = Date.UTC(random.integer(2005, 2040), random.integer(0, 11), random.integer(1, 28));
  const rows = Array.from({ length: random.integer(1, 40) }, (_, index) => {
    day += random.integer(0, 3) * 86_400_000;
    const cents = random.chance(0.7) ? -random.integer(1, 90_000) : random.integer(1, 400_000);
    balance += cents;
    const description = `${random.pick(PAYEES)} no ${index + 1}`;
    return { date: new Date(day).toISOString().slice(0, 10), description, cents, balance };
  });
  return {
    account: random.digits(10),
    currency: random.pick(['EUR', 'USD', 'GBP', 'CHF']),
    opening,
    closing: balance,
    rows,
  };
}

/** What a reader has to find; balances of rows only where the format states them. */
export function expectedOf(
  { opening, closing, rows }: GeneratedAccount,
  states: { opening: boolean; closing: boolean; balances: boolean },
): ExpectedDocument {
  return {
    statements: [
      {
        opening_balance: states.opening ? decimal(opening) : null,
        closing_balance: states.closing ? decimal(closing) : null,
        transactions: rows.map(({ date, description, cents, balance }) => ({
          date,
          description,
          amount: decimal(cents),
          balance: states.balances ? decimal(balance) : null,
        })),
      },
    ],
  };
}

/** `-1234` is `-12.34`, with whichever decimal mark. */
export function decimal(cents: number, mark = '.'): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}${mark}${digits.slice(-2)}`;
}
