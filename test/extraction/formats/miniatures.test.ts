import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/extraction/read-document.ts';
import { encodeText } from '../../support/formats/encode-text.ts';
import { factsOf, readMiniatures, rowsOf } from '../../support/formats/read-miniatures.ts';

/** Tables as banks export them, and files in the formats of the trade as banks really write them. */
const FILES = ['exports/', 'messages/'].flatMap((folder) =>
  readdirSync(new URL(folder, import.meta.url)).map((name) => `${folder}${name}`),
);

describe.each(FILES)('%s', (file) => {
  it.each(readMiniatures(new URL(file, import.meta.url)))('$title', async ({ text, encoding, statements, warning }) => {
    const document = await readDocument(encodeText(text, encoding), { maxPages: 1 });
    expect(document.statements.map(rowsOf)).toEqual(statements.map(({ rows }) => rows));
    const facts = document.statements.map((statement, at) => factsOf(statement, statements[at]?.facts ?? []));
    expect(facts).toEqual(statements.map((statement) => statement.facts));
    expect(document.statements.map(({ reconciled }) => reconciled)).not.toContain(false);
    expect(document.warnings).toEqual(warning === null ? [] : [expect.stringContaining(warning)]);
  });
});

/** Those that state where they began, and end where that leads. */
const proven = FILES.filter((file) => file.startsWith('exports/'))
  .flatMap((file) => readMiniatures(new URL(file, import.meta.url)))
  .filter(({ statements: [first] }) => first?.facts.includes('proven') && /opening/.test(first.facts.join(' ')));
/** Lines of entries begin with a day, perhaps behind something else. */
const ENTRY =
  /^(?:[^;,]*[;,]){0,2}['"]?(?:\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?|\d{4}-\d{2}-\d{2})['"]?[;,].*[;,].*[;,]/;
const STATED = /saldo|balance|kontostand|turnover|total/i;

describe('a proven table', () => {
  it.each(proven)('is proven no longer without one of its entries: $title', async ({ text, encoding }) => {
    const lines = text.split('\n');
    const entries = lines.flatMap((line, at) => (ENTRY.test(line) && !STATED.test(line) ? [at] : []));
    expect(entries.length).toBeGreaterThan(1);
    for (const at of entries) {
      const { statements } = await readDocument(encodeText(lines.toSpliced(at, 1).join('\n'), encoding), {
        maxPages: 1,
      });
      expect(statements.map(({ reconciled }) => reconciled)).not.toContain(true);
    }
  });
});
