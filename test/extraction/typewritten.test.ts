import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { interpret } from '../../src/extraction/interpret.ts';
import { printPage } from './support/print-line.ts';

/**
 * Statements laid out as banks of many countries lay out theirs, each typed for one habit that its name tells: what is
 * read of `<name>.txt` is held to `<name>.json`.
 */
const folder = join(import.meta.dirname, 'typewritten');
const names = readdirSync(folder).flatMap((file) => (file.endsWith('.txt') ? [file.slice(0, -4)] : []));

it.each(names)('%s', async (name) => {
  const { statements, warnings } = interpret(printPage(readFileSync(join(folder, `${name}.txt`), 'utf8')));
  const read = statements.map(({ transactions, checks, ...about }) => ({
    ...about,
    failed: checks.filter(({ ok }) => !ok).map((check) => check.name),
    rows: transactions.map(({ date, valueDate, amount, balance, description, reference }) =>
      [date, valueDate ?? '', amount, balance ?? '', reference ?? '', description.replaceAll('\n', ' / ')].join(' | '),
    ),
  }));
  await expect(`${JSON.stringify([...read, ...warnings], null, 2)}\n`).toMatchFileSnapshot(
    join(folder, `${name}.json`),
  );
});
