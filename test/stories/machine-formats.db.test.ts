import { Buffer } from 'node:buffer';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateAccount } from '../support/formats/generated-account.ts';
import { chooseCsv, writeCsvExport } from '../support/formats/write-csv-export.ts';
import { writers } from '../support/formats/write-machine-formats.ts';
import { seededRandom } from '../support/random.ts';
import { openHouse } from '../support/open-house.ts';
import type { TestApp } from '../support/test-app.ts';

const account = generateAccount(seededRandom(11));
const csv = writeCsvExport(account, { ...chooseCsv(seededRandom(11)), date: 'iso', sides: 'signed', hasHeading: true });

describe('files that banks export for machines', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openHouse();
  });
  afterAll(() => app.stop());

  test.each([
    ['export.csv', 'text/csv', csv, 'csv'],
    ['export.ofx', 'application/x-ofx', Buffer.from(writers.ofx(account)), 'ofx'],
    ['export.sta', 'text/plain', Buffer.from(writers.mt940(account)), 'mt940'],
  ])('%s costs one credit and becomes a workbook', async (filename, mimeType, bytes, format) => {
    const ada = await app.signIn(`${format}@example.com`);
    const { id } = await ada.upload(bytes, filename, mimeType);
    expect((await ada.post(`/files/${id}/process`)).status).toBe(200);
    const file = await ada.finished(id);
    expect(file).toMatchObject({ status: 'completed', total_pages: 1, credits_consumed: 1 });
    expect(file.processed_data).toMatchObject({ source_format: format });
    expect((await ada.get('/billing/balance')).body).toEqual({ credits: 9, reserved: 0 });
    const sheet = await readSheet(Buffer.from(await ada.download(`/files/${id}/download`)), 'Transactions');
    expect(sheet).toHaveLength(account.rows.length + 1);
  });

  test('one that is broken says why and costs nothing', async () => {
    const ben = await app.signIn('ben@example.com');
    const whole = writers.camt(account);
    const { id } = await ben.upload(Buffer.from(whole.slice(0, whole.length / 2)), 'export.xml', 'application/xml');
    expect((await ben.post(`/files/${id}/process`)).status).toBe(200);
    const file = await ben.finished(id);
    expect(file.processed_data.error).toMatchObject({ code: 'damaged_file' });
    expect((await ben.get('/billing/balance')).body).toEqual({ credits: 10, reserved: 0 });
  });
});
