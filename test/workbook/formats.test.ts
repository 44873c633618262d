import { expect, test } from 'vitest';
import { EXPORT_FORMATS } from '../../src/workbook/formats.ts';
import { writeExport } from '../../src/workbook/write-export.ts';
import { makeDocument } from '../support/extracted-document.ts';

test.each(EXPORT_FORMATS)('%s is what its name says, and the same each time', async (format) => {
  const about = { title: 'statement.pdf', createdAt: new Date('2026-02-01T10:00:00Z') };
  const bytes = await writeExport(format, makeDocument(), about);
  const start = { xlsx: 'PK', csv: 'Date,', json: '{\n', ofx: '<?xml', qif: '!Type:Bank' }[format];
  expect(new TextDecoder().decode(bytes.slice(0, start.length))).toBe(start);
  expect(await writeExport(format, makeDocument(), about)).toEqual(bytes);
});
