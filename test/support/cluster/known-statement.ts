import { aSample } from '../a-statement.ts';
import { decimal } from '../formats/generated-account.ts';

/** A small statement, and the amounts that are in it. */
export type KnownStatement = { bytes: Uint8Array; filename: string; mimeType: string; amounts: string[] };

/** The nth of many, unlike any other: mostly exports, now and then a PDF of one page. Each costs one credit. */
export const knownStatement = (n: number): KnownStatement => (n % 5 === 0 ? aPdf(n) : anExport(n));

const { pdf, truth } = aSample('releve-de-compte');

const aPdf = (n: number): KnownStatement => ({
  bytes: pdf,
  filename: `${n}.pdf`,
  mimeType: 'application/pdf',
  amounts: truth.transactions.map(({ amount }) => amount),
});

function anExport(n: number): KnownStatement {
  let balance = 1_000_000;
  const lines = ['Date,Description,Amount,Balance', `2026-01-01,Opening balance,,${decimal(balance)}`];
  const amounts: string[] = [];
  for (let row = 1; row <= 5 + (n % 20); row += 1) {
    const cents = row % 4 === 0 ? 10_000 + n : -(100 * row + n);
    balance += cents;
    amounts.push(decimal(cents));
    lines.push(`2026-01-${String(row + 1).padStart(2, '0')},Invoice ${n}-${row},${decimal(cents)},${decimal(balance)}`);
  }
  return { bytes: Buffer.from(lines.join('\r\n')), filename: `${n}.csv`, mimeType: 'text/csv', amounts };
}
