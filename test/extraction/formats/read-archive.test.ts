import { strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { countPages } from '../../../src/extraction/count-pages.ts';
import { readDocument } from '../../../src/extraction/read-document.ts';

const message = (number: string, amount: string, closing: string) =>
  strToU8(
    [
      ':20:STMT',
      ':25:10020030/1234567',
      `:28C:${number}/1`,
      ':60F:C260101EUR100,00',
      `:61:2601020102D${amount}NTRFNONREF`,
      ':86:Coffee',
      `:62F:C260102EUR${closing}`,
      '-',
    ].join('\r\n'),
  );
const csv = strToU8('Date,Description,Amount\n2026-01-02,Tea,-1.00\n');
const read = (files: Zippable) => readDocument(zipSync(files), { maxPages: 10 });

describe('an archive of exports', () => {
  it('is one document with the statements of all its files, by their names', async () => {
    const files = {
      'daily/': new Uint8Array(),
      'daily/2.sta': message('2', '20,00', '80,00'),
      'daily/1.sta': message('1', '10,00', '90,00'),
      '__MACOSX/daily/._1.sta': strToU8('x'),
    };
    const { statements, sourceFormat, pages } = await read(files);
    expect(statements.map(({ closingBalance, reconciled }) => [closingBalance, reconciled])).toEqual([
      ['90.00', true],
      ['80.00', true],
    ]);
    expect([sourceFormat, pages]).toEqual(['mt940', 1]);
    expect(await countPages(zipSync(files))).toMatchObject({ pages: 1, format: { format: 'zip', extension: 'zip' } });
  });

  it('says which file is none', async () => {
    await expect(
      read({ '1.sta': message('1', '10,00', '90,00'), 'readme.txt': strToU8('Hello') }),
    ).rejects.toMatchObject({ code: 'unsupported_format', message: expect.stringContaining('readme.txt') });
    await expect(read({ 'a.csv': csv, 'b.sta': message('1', '10,00', '90,00') })).rejects.toMatchObject({
      code: 'unsupported_format',
      message: expect.stringContaining('several formats'),
    });
  });

  it('is not unpacked beyond its limits', async () => {
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`${at}.csv`, csv]));
    await expect(read(many)).rejects.toMatchObject({ code: 'memory_limit' });
    const bomb = { 'a.csv': new Uint8Array(60 * 1024 ** 2), 'b.csv': new Uint8Array(60 * 1024 ** 2) };
    await expect(read(bomb)).rejects.toMatchObject({ code: 'memory_limit' });
  });

  it('of other files is refused before it is unpacked, with what to do', async () => {
    await expect(read({ 'scan.pdf': strToU8('%PDF-1.7') })).rejects.toMatchObject({
      code: 'unsupported_format',
      message: expect.stringContaining('Unpack it'),
    });
    await expect(read({ 'xl/workbook.bin': strToU8('x') })).rejects.toMatchObject({
      code: 'unsupported_format',
      message: expect.stringContaining('XLSX'),
    });
    const flat =
      '<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>';
    await expect(readDocument(strToU8(flat), { maxPages: 10 })).rejects.toMatchObject({
      code: 'unsupported_format',
      message: expect.stringContaining('ODS'),
    });
  });
});
