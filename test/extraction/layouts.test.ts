import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { interpret } from '../../src/extraction/interpret.ts';
import { printPage } from './support/print-line.ts';

/**
 * Statements as typewriter text, laid out as banks in many countries do, each with the rows that are in it (date, amount
 * and balance where one is printed) and what `reconciled` has to say; `any` where it may be true or null.
 */
const folder = new URL('layouts/', import.meta.url);

const documents = readdirSync(folder)
  .toSorted()
  .flatMap((file) => readFileSync(new URL(file, folder), 'utf8').split('===== ').slice(1).map(parse));

it.each(documents)('reads $name', ({ pages, rows, reconciled }) => {
  const { statements } = interpret(pages.flatMap((page, at) => printPage(page, at + 1)));
  const read = statements.flatMap(({ transactions }) =>
    transactions.map(({ date, amount, balance }) => [date, amount, balance ?? ''].join(' ').trim()),
  );
  expect(read).toEqual(rows);
  const verdicts = statements.map((statement) => String(statement.reconciled));
  if (reconciled === 'any') expect(verdicts).not.toContain('false');
  else expect(verdicts.join(',')).toBe(reconciled);
});

function parse(document: string) {
  const [head = '', truth = ''] = document.split('-----\n');
  const [name = ''] = head.split('\n');
  const rows = truth.trim().split('\n');
  const reconciled = rows.pop() ?? '';
  return { name, pages: head.slice(name.length + 1).split('\f\n'), rows, reconciled };
}
