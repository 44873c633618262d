import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { afterAll, describe, expect, test } from 'vitest';
import { createSandbox } from '../../../src/extraction/sandbox/sandbox.ts';

const sandbox = createSandbox({ processes: 1, timeLimitMs: 60_000, memoryLimitBytes: 1024 ** 3, maxPages: 3 });
afterAll(() => sandbox.stop());

const pdf = async (pages: number, options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> => {
  const document = new PDFDocument({ ...options, autoFirstPage: false });
  for (let page = 1; page <= pages; page++) document.addPage().text(`page ${page}`);
  document.end();
  return buffer(document);
};

describe('the reader of documents, in its own process', () => {
  test('counts the pages and tells the very bytes by their hash', async () => {
    const bytes = await pdf(2);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(await sandbox.count(bytes)).toEqual({ pages: 2, mimeType: 'application/pdf', sha256, unlocked: null });
  });

  test('refuses more pages than allowed, and names both numbers', async () => {
    expect((await sandbox.count(await pdf(3))).pages).toBe(3);
    const bytes = await pdf(4);
    const tooMany = { code: 'too_many_pages', message: expect.stringMatching(/ 4 pages.* 3 /) };
    await expect(sandbox.count(bytes)).rejects.toMatchObject(tooMany);
    await expect(sandbox.read(bytes)).rejects.toMatchObject(tooMany);
  });

  test('opens a protected PDF with its password and with no other', async () => {
    const bytes = await pdf(1, { userPassword: 'Zürich' });
    await expect(sandbox.count(bytes)).rejects.toMatchObject({ code: 'encrypted_pdf' });
    await expect(sandbox.count(bytes, { password: 'Bern' })).rejects.toMatchObject({ code: 'encrypted_pdf' });
    expect((await sandbox.count(bytes, { password: 'Zürich' })).pages).toBe(1);
  });

  test('hands over every row of a long statement in its order', async () => {
    const amounts = Array.from({ length: 2_500 }, (_, at) => `-${at + 1}.00`);
    const csv = ['Date,Description,Amount', ...amounts.map((amount) => `2026-01-05,Coffee,${amount}`)].join('\n');
    const { statements } = await sandbox.read(Buffer.from(csv));
    expect(statements.map(({ transactions }) => transactions.map(({ amount }) => amount))).toEqual([amounts]);
  });

  test('says what is wrong with what is no statement', async () => {
    await expect(sandbox.count(new Uint8Array())).rejects.toMatchObject({ code: 'empty_file' });
    await expect(sandbox.count(Buffer.from('hello'))).rejects.toMatchObject({ code: 'unsupported_format' });
    await expect(sandbox.read(Buffer.from('%PDF-1.7 and nothing'))).rejects.toMatchObject({ code: 'damaged_file' });
  });
});
