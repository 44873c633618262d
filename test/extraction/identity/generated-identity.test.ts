import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/extraction/read-document.ts';
import type { Statement } from '../../../src/extraction/statement.ts';
import { seededRandom } from '../../support/random.ts';
import { generateStatement } from '../../support/statements/generate-statement.ts';
import { languages } from '../../support/statements/languages/index.ts';

const seeds = Array.from({ length: 40 }, (_, index) => 8_001 + index);

type Finding = { seed: number; found: string | null; choices: string[] };

/** What 40 generated documents of one account say about it, and what is read of that. */
async function findings() {
  const banks: Finding[] = [];
  const holders: Finding[] = [];
  const currencies: Finding[] = [];
  for (const seed of seeds) {
    const { pdf, truth, axes } = generateStatement(seededRandom(seed), { axes: { family: 'ledger' }, entries: 6 });
    const pack = languages[axes.language];
    const reading = await readDocument(pdf, { maxPages: 20 }).catch(() => null);
    const [statement]: (Statement | undefined)[] = reading?.statements ?? [];
    if (statement === undefined) continue;
    banks.push({ seed, found: statement.bank, choices: pack.banks.split('|') });
    holders.push({ seed, found: statement.accountHolder, choices: pack.holders.split('|') });
    currencies.push({ seed, found: statement.currency, choices: [truth.statements[0]?.currency ?? ''] });
  }
  return { banks, holders, currencies };
}

const isRight = ({ found, choices }: Finding) => choices.includes(found ?? '');

describe('bank, holder and currency of forty statements', async () => {
  const { banks, holders, currencies } = await findings();

  it.each([
    ['bank', banks, 0.95],
    ['holder', holders, 0.95],
    ['currency', currencies, 0.9],
  ])('the %s is right, or null where nothing tells it', (_, all, share) => {
    expect(all.filter((one) => one.found !== null && !isRight(one))).toEqual([]);
    expect(all.filter(isRight).length / seeds.length).toBeGreaterThanOrEqual(share);
  });
});
