import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/extraction/read-document.ts';
import { encodeText } from '../../support/formats/encode-text.ts';
import { factsOf, readMiniatures, rowsOf } from '../../support/formats/read-miniatures.ts';

const EXPORTS = new URL('exports/', import.meta.url);

describe.each(readdirSync(EXPORTS))('exports of %s', (file) => {
  it.each(readMiniatures(new URL(file, EXPORTS)))('$title', async ({ text, encoding, statements, warning }) => {
    const document = await readDocument(encodeText(text, encoding), { maxPages: 1 });
    expect(document.statements.map(rowsOf)).toEqual(statements.map(({ rows }) => rows));
    const facts = document.statements.map((statement, at) => factsOf(statement, statements[at]?.facts ?? []));
    expect(facts).toEqual(statements.map((statement) => statement.facts));
    expect(document.statements.map(({ reconciled }) => reconciled)).not.toContain(false);
    expect(document.warnings).toEqual(warning === null ? [] : [expect.stringContaining(warning)]);
  });
});
