import { expect, test } from 'vitest';
import { COMBINED_FORMATS } from '../../../src/workbook/combined/write-combined.ts';
import { combinedBytes } from '../../support/combine-here.ts';
import { makeDocument } from '../../support/extracted-document.ts';

test('two files become one, in each format', async () => {
  const members = [1, 2].map((fileId) => ({ fileId, filename: `${fileId}.pdf`, document: makeDocument() }));
  for (const format of COMBINED_FORMATS) {
    const bytes = await combinedBytes(format, members, { title: 'Household', createdAt: new Date('2026-02-01') });
    expect(bytes.length).toBeGreaterThan(100);
  }
});
