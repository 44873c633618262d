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
