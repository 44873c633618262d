import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getBalance } from '../../src/domain/credit/get-balance.ts';
import { findOwnFile } from '../../src/domain/file/find-own-file.ts';
import { deleteFile } from '../../src/domain/file/delete-file.ts';
import { openDownload } from '../../src/domain/file/download-file.ts';
import { loadProcessedData } from '../../src/domain/file/load-processed-data.ts';
import { processFile } from '../../src/domain/file/process-file.ts';
import { requestUpload } from '../../src/domain/file/request-upload.ts';
import { registerUser } from '../../src/domain/user/register-user.ts';
import { ExtractionError } from '../../src/extraction/extraction-error.ts';
import type { Sandbox } from '../../src/extraction/sandbox/sandbox.ts';
import { writeExport } from '../../src/workbook/write-export.ts';
import { processFileJob } from '../../src/jobs/process-file.job.ts';
import { makeDocument } from '../support/extracted-document.ts';
import { createMemoryStorage } from '../support/memory-storage.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { anotherRequest, createTestServices } from '../support/test-services.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const bytes = new TextEncoder().encode('the statement');
const sha256 = createHash('sha256').update(bytes).digest('hex');
const context = () => ({ signal: new AbortController().signal, attempt: 1 });
const reads: Pick<Sandbox, 'count' | 'read'> = {
  count: async () => ({ pages: 1, mimeType: 'application/pdf', sha256, unlocked: null }),
  read: async () => makeDocument(),
};

let users = 0;

/** A user whose one file is uploaded and being processed, and everything a story needs to go on. */
async function underWay(sandbox: Partial<typeof reads> = {}) {
  const storage = createMemoryStorage();
  const counted = {
    countContent: async (_fileId: number, read: () => Promise<Uint8Array>) => {
      await read();
      return { pages: 1, mimeType: 'application/pdf', sha256 };
    },
  };
  const services = createTestServices(database, { storage, ...counted });
  users += 1;
  const who = { clerkUserId: `job_${users}`, email: null, firstName: null, lastName: null };
  const principal = { userId: (await registerUser(services, who)).id };
  const { file } = await requestUpload(services, principal, {
    filename: 'a.pdf',
    fileSize: null,
    mimeType: 'application/pdf',
  });
  storage.objects.set(file.storagePath, bytes);
  await processFile(services, principal, file.id, { force: false });
  const newServices = () => anotherRequest(database, services);
  const job = processFileJob({
    services: newServices,
    sandbox: { ...reads, ...sandbox },
    exporter: { write: writeExport },
  });
  const run = { fileId: file.id, run: 1 };
  const outputs = () => [...storage.objects.keys()].filter((key) => key.startsWith('outputs/'));
  const balance = () => getBalance(newServices().em, principal.userId);
  const found = () => findOwnFile(newServices().em, principal, file.id);
  return { job, run, storage, outputs, balance, found, principal, newServices, path: file.storagePath };
}

test('a job that is done again after its process died keeps the outputs and charges nothing more', async () => {
  const { job, run, outputs, balance, found } = await underWay();
  await job.run(run, context());
  const written = outputs();
  expect(written).toHaveLength(5);
  await job.run(run, context());
  await job.giveUp(run, new Error('its process died'));
  expect(outputs()).toEqual(written);
  expect(await balance()).toEqual({ credits: 9, reserved: 0 });
  expect(await found()).toMatchObject({ status: 'completed', creditsConsumed: 1 });
});

test('a statement that cannot be read costs nothing and says why', async () => {
  const { job, run, outputs, balance, found, newServices } = await underWay({
    read: () => Promise.reject(new ExtractionError('no_transactions', 'There are no transactions in this file.')),
  });
  await job.run(run, context());
  expect(outputs()).toEqual([]);
  expect(await balance()).toEqual({ credits: 10, reserved: 0 });
  expect((await found()).status).toBe('error');
  expect(await loadProcessedData(newServices().em, [run.fileId])).toEqual([
    { error: { code: 'no_transactions', message: 'There are no transactions in this file.' } },
  ]);
});

test('what was swapped after the count is refused', async () => {
  const { job, run, storage, path, balance, found } = await underWay();
  storage.objects.set(path, new TextEncoder().encode('another statement'));
  await job.run(run, context());
  expect((await found()).status).toBe('error');
  expect(await balance()).toEqual({ credits: 10, reserved: 0 });
});

test('a fault of ours is left to the queue to try again, and given up for nothing', async () => {
  const { job, run, balance, found } = await underWay({ read: () => Promise.reject(new Error('disk full')) });
  await expect(job.run(run, context())).rejects.toThrow('disk full');
  expect((await found()).status).toBe('processing');
  expect(await balance()).toEqual({ credits: 9, reserved: 1 });
  await job.giveUp(run, new Error('disk full'));
  expect((await found()).status).toBe('error');
  expect(await balance()).toEqual({ credits: 10, reserved: 0 });
});

test('a file deleted while it is read leaves nothing behind and costs nothing', async () => {
  const { job, run, outputs, balance, storage, principal, newServices } = await underWay({
    read: async () => {
      await deleteFile(newServices(), principal, run.fileId);
      return makeDocument();
    },
  });
  await job.run(run, context());
  expect(outputs()).toEqual([]);
  expect([...storage.objects.keys()]).toEqual([]);
  expect(await balance()).toEqual({ credits: 10, reserved: 0 });
});

test('a file that is processed again keeps its result while that runs and where it fails, and may try once more', async () => {
  let broken = false;
  const document = makeDocument();
  const { job, run, outputs, balance, found, principal, newServices } = await underWay({
    read: async () => {
      if (broken) throw new ExtractionError('no_transactions', 'There are no transactions in this file.');
      return document;
    },
  });
  const { fileId } = run;
  const download = async () => {
    const { open, filename } = await openDownload(newServices(), principal, fileId, 'json');
    return { filename, statements: (await new Response(await open()).json()).statements.length };
  };
  const again = async () => (await processFile(newServices(), principal, fileId, { force: true })).run;
  await job.run(run, context());
  const kept = outputs();
  const downloaded = { filename: 'a.json', statements: 1 };

  broken = true;
  const second = { fileId, run: await again() };
  expect(await download()).toEqual(downloaded);
  expect(await loadProcessedData(newServices().em, [fileId])).toEqual([null]);
  await job.run(second, context());
  expect(await found()).toMatchObject({ status: 'error', creditsConsumed: 1, completedRun: 1 });
  expect(await loadProcessedData(newServices().em, [fileId])).toMatchObject([{ error: { code: 'no_transactions' } }]);
  expect(await download()).toEqual(downloaded);
  expect(outputs()).toEqual(kept);
  expect(await balance()).toEqual({ credits: 9, reserved: 0 });
  // The queue may deliver either job once more; neither takes anything away.
  await job.run(run, context());
  await job.run(second, context());
  expect(outputs()).toEqual(kept);

  broken = false;
  document.statements = [];
  await job.run({ fileId, run: await again() }, context());
  expect(await found()).toMatchObject({ status: 'completed', creditsConsumed: 2, completedRun: 3 });
  expect(await loadProcessedData(newServices().em, [fileId])).toEqual([document]);
  expect(await download()).toEqual({ ...downloaded, statements: 0 });
  expect(outputs().every((key) => key.includes('/run=3/'))).toBe(true);
  expect(await balance()).toEqual({ credits: 8, reserved: 0 });
});
