import type { Transaction } from '../../../src/extraction/statement.ts';
import type { CombinedMember } from '../../../src/workbook/combined/combined-member.ts';
import { makeDocument, makeStatement } from '../extracted-document.ts';
import type { Random } from '../random.ts';

type Event = { description: string; min: number; max: number; side: 1 | -1 };

const EVENTS: readonly Event[] = [
  { description: 'CARD PURCHASE TESCO STORES', min: 800, max: 9_500, side: -1 },
  { description: 'Lastschrift REWE Markt GmbH Köln', min: 900, max: 8_000, side: -1 },
  { description: 'UBER *TRIP HELP.UBER.COM', min: 700, max: 3_500, side: -1 },
  { description: 'AMZN Mktp DE*', min: 500, max: 15_000, side: -1 },
  { description: 'Dauerauftrag Miete Wohnung 4', min: 95_000, max: 95_000, side: -1 },
  { description: 'NETFLIX.COM', min: 1_299, max: 1_299, side: -1 },
  { description: 'Rechnung Schreinerei Beispiel, Auftrag', min: 12_000, max: 90_000, side: -1 },
  { description: 'ATM WITHDRAWAL HIGH STREET', min: 2_000, max: 20_000, side: -1 },
  { description: 'Invoice paid, thank you, No.', min: 30_000, max: 250_000, side: 1 },
  { description: 'GEHALT BEISPIEL AG', min: 280_000, max: 320_000, side: 1 },
];

const ACCOUNTS = [
  { bank: 'Example Bank', accountNumber: 'GB00 EXAM 1234 5612 3456 78', currency: 'GBP', accountHolder: 'A. Example' },
  {
    bank: 'Beispielbank AG',
    accountNumber: 'DE00 1234 5678 9012 3456 78',
    currency: 'EUR',
    accountHolder: 'A. Example',
  },
  {
    bank: 'Beispielbank AG',
    accountNumber: 'DE00 1234 5678 9099 9900 11',
    currency: 'EUR',
    accountHolder: 'A. Example',
  },
];

/** Monthly statements of three accounts in two currencies, one after the other from January 2024 on, that add up. */
export const busyMembers = (random: Random, statementCount: number, rowsEach: number): CombinedMember[] => {
  const balances = ACCOUNTS.map(() => 250_000);
  return Array.from({ length: statementCount }, (_, index) => {
    const place = index % ACCOUNTS.length;
    const account = ACCOUNTS[place] ?? ACCOUNTS[0];
    const month = new Date(Date.UTC(2024, Math.floor(index / ACCOUNTS.length), 1));
    const lastDay = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0)).getUTCDate();
    const isoMonth = month.toISOString().slice(0, 7);
    const opening = balances[place] ?? 0;
    let balance = opening;
    const transactions = Array.from({ length: rowsEach }, (__, row): Partial<Transaction> => {
      const event = random.pick(EVENTS);
      const cents = event.side * random.integer(event.min, event.max);
      balance += cents;
      return {
        date: `${isoMonth}-${String(1 + Math.floor((row * lastDay) / rowsEach)).padStart(2, '0')}`,
        description: `${event.description} ${random.integer(100, 99_999)}`,
        amount: money(cents),
        balance: money(balance),
        page: 1 + Math.floor(row / 40),
        box: { x: 0.083, y: 0.12 + (row % 40) / 52, width: 0.834, height: 1 / 64 },
      };
    });
    balances[place] = balance;
    const statement = makeStatement({
      ...account,
      periodStart: `${isoMonth}-01`,
      periodEnd: `${isoMonth}-${lastDay}`,
      openingBalance: money(opening),
      transactions,
    });
    return {
      fileId: index + 1,
      filename: `${account?.bank} ${account?.currency} ${isoMonth}.pdf`,
      document: makeDocument({ statements: [statement], pages: Math.ceil(rowsEach / 40) }),
    };
  });
};

const money = (cents: number): string => {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
