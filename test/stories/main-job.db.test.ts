import { Buffer } from 'node:buffer';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aSample } from '../support/a-statement.ts';
import { startS3Server } from '../support/s3-server.ts';
import { isCluster, openHouse } from '../support/open-house.ts';
import type { TestApp } from '../support/test-app.ts';
import { watchFile } from '../support/watch-file.ts';

const { pdf, truth } = aSample('statement');
const expectedRows = truth.transactions.map(({ date, amount, balance }) => ({ date, amount, balance }));

/** What the objects are kept in makes no difference to anybody. */
const STORES = {
  'the disk': async () => ({ environment: {}, close: async () => {} }),
  'an S3': startS3Server,
};

describe.each(isCluster ? (['an S3'] as const) : (['the disk', 'an S3'] as const))(
  'from a statement to a workbook, kept in %s',
  (store) => {
    let app: TestApp;
    let kept: { environment: Record<string, string>; close(): Promise<void> };
    beforeAll(async () => {
      kept = await STORES[store]();
      app = await openHouse(kept.environment);
    });
    afterAll(async () => {
      await app.stop();
      await kept.close();
    });

    test('through REST', async () => {
      const ada = await app.signIn('ada@example.com');
      expect((await ada.get('/me')).body).toMatchObject({ email: 'ada@example.com', credits: 10 });

      const asked = await ada.post('/files/upload-url', { filename: 'January.pdf', file_size: pdf.byteLength });
      expect(asked.status).toBe(200);
      const { file_id: id, upload_url: uploadUrl, storage_path: storagePath } = asked.body as Record<string, string>;
      expect(storagePath).toMatch(new RegExp(`^uploads/user_id=\\d+/file_id=${id}/[0-9a-f]+\\.pdf$`));

      expect(await ada.post(`/files/${id}/process`)).toMatchObject({
        status: 409,
        body: { detail: 'Nothing was uploaded yet; PUT the file to its upload_url first' },
      });
      expect(await ada.put(uploadUrl ?? '', pdf)).toBe(200);
      expect(await ada.post(`/files/${id}/process`)).toMatchObject({ status: 200, body: { status: 'processing' } });

      const file = await ada.finished(Number(id));
      expect(file).toMatchObject({ status: 'completed', progress: 100, total_pages: 2, credits_consumed: 2 });
      const [statement] = file.processed_data.statements;
      expect(statement?.transactions.map(({ date, amount, balance }) => ({ date, amount, balance }))).toEqual(
        expectedRows,
      );
      expect(statement?.reconciled).toBe(true);

      const workbook = await ada.download(`/files/${id}/download`);
      const sheet = await readSheet(Buffer.from(workbook), 'Transactions');
      expect(sheet).toHaveLength(expectedRows.length + 1);

      const link = (await ada.get(`/files/${id}/download-url?format=json`)).body as Record<string, string>;
      expect(link['filename']).toBe('January.json');
      const json = await (await fetch(link['download_url'] ?? '')).json();
      expect(json).toEqual({ ...file.processed_data });

      const plain = await ada.download(`/files/${id}/download?format=csv`);
      const marked = await ada.download(`/files/${id}/download?format=csv&bom=true`);
      expect(Buffer.from(marked).equals(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), plain]))).toBe(true);

      const original = await ada.download(`/files/${id}/download?format=original`);
      expect(Buffer.compare(original, pdf)).toBe(0);

      expect((await ada.get('/billing/balance')).body).toEqual({ credits: 8, reserved: 0 });
      expect((await ada.get('/billing/transactions')).body).toMatchObject([
        { type: 'usage', credits: -2, balance_after: 8, reference: `file:${id}:run:1` },
        { type: 'signup', credits: 10, balance_after: 10 },
      ]);
      expect((await ada.get('/usage/')).body).toMatchObject([
        { file_id: Number(id), total_pages: 2, credits_consumed: 2 },
      ]);
      expect((await ada.get('/usage/summary')).body).toMatchObject({ total_files: 1, total_pages: 2 });

      expect((await ada.post(`/files/${id}/process`)).status).toBe(409);
      expect((await ada.post(`/files/${id}/process?force=true`)).status).toBe(200);
      expect(await ada.finished(Number(id))).toMatchObject({ status: 'completed', credits_consumed: 4 });
      expect((await ada.download(`/files/${id}/download?format=csv`)).byteLength).toBeGreaterThan(100);

      expect(await ada.delete(`/files/${id}`)).toMatchObject({
        status: 200,
        body: { message: 'File deleted successfully' },
      });
      expect((await ada.get(`/files/${id}`)).body).toEqual({ detail: 'File not found' });
      expect((await fetch(link['download_url'] ?? '')).status).toBe(404);
      expect((await ada.get('/usage/summary')).body).toMatchObject({ total_files: 2 });
    });

    test('through GraphQL, watching the progress', async () => {
      const ben = await app.signIn('ben@example.com');
      const requested = await ben.graphql<{ requestUpload: { uploadUrl: string; file: { id: string } } }>(
        'mutation { requestUpload(input: { filename: "January.pdf" }) { uploadUrl file { id status } } }',
      );
      const { uploadUrl, file } = requested.data?.requestUpload ?? { uploadUrl: '', file: { id: '' } };
      await ben.put(uploadUrl, pdf);

      const { seen: watched } = await watchFile(ben, file.id);
      await ben.graphql('mutation ($id: ID!) { processFile(id: $id) { status } }', { id: file.id });
      const seen = await watched;
      expect(seen.at(0)).toMatchObject({ status: 'PENDING' });
      expect(seen.at(-1)).toEqual({ status: 'COMPLETED', progress: 100 });
      const steps = seen.map(({ progress }) => progress);
      expect(steps).toEqual(steps.toSorted((a, b) => a - b));

      const { data } = await ben.graphql(
        `query ($id: ID!) {
        file(id: $id) { processedData { ... on ExtractedDocument { statements { transactions { date amount balance } } } } }
        balance { credits reserved }
        files { totalCount nodes { id } }
      }`,
        { id: file.id },
      );
      expect(data).toEqual({
        file: { processedData: { statements: [{ transactions: expectedRows }] } },
        balance: { credits: 8, reserved: 0 },
        files: { totalCount: 1, nodes: [{ id: file.id }] },
      });
    });

    test('somebody else sees none of it', async () => {
      const [cleo, dan] = [await app.signIn('cleo@example.com'), await app.signIn('dan@example.com')];
      const { id } = await cleo.upload(pdf);
      for (const [method, path] of [
        ['GET', `/files/${id}`],
        ['POST', `/files/${id}/process`],
        ['GET', `/files/${id}/download-url`],
        ['GET', `/files/${id}/download?format=original`],
        ['DELETE', `/files/${id}`],
      ] as const) {
        expect(await dan.call(method, path)).toMatchObject({ status: 404, body: { detail: 'File not found' } });
      }
      const { errors } = await dan.graphql('query ($id: ID!) { file(id: $id) { id } }', { id });
      expect(errors).toMatchObject([{ message: 'File not found', extensions: { code: 'NOT_FOUND' } }]);
      expect((await dan.get('/files/')).body).toEqual([]);
      expect((await cleo.get(`/files/${id}`)).status).toBe(200);
    });
  },
);
