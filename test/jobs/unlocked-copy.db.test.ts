import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deleteFile } from '../../src/domain/file/delete-file.ts';
import { findOwnFile } from '../../src/domain/file/find-own-file.ts';
import { processFile } from '../../src/domain/file/process-file.ts';
import { requestUpload } from '../../src/domain/file/request-upload.ts';
import { registerUser } from '../../src/domain/user/register-user.ts';
import { clearUnlockedJob } from '../../src/jobs/clear-unlocked.job.ts';
import { processFileJob } from '../../src/jobs/process-file.job.ts';
import type { Jobs } from '../../src/jobs/queue.ts';
import { writeExport } from '../../src/workbook/write-export.ts';
import { makeDocument } from '../support/extracted-document.ts';
import { createMemoryStorage } from '../support/memory-storage.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { anotherRequest, createTestServices } from '../support/test-services.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const locked = new TextEncoder().encode('locked');
const copy = new TextEncoder().encode('unlocked');
const context = () => ({ signal: new AbortController().signal, attempt: 1 });

let users = 0;

/** A user who has uploaded a locked statement, and what the queue is given when it is processed. */
async function aLockedFile(pages = 1) {
  const storage = createMemoryStorage();
  const queued: Partial<Jobs> = {};
  const services = createTestServices(database, {
    storage,
    queue: { enqueue: async (_em, name, payload) => void Object.assign(queued, { [name]: payload }) },
    countContent: async (_fileId, read) => {
      await read();
      const counted = { pages, mimeType: 'application/pdf', sha256: hash('locked') };
      return { ...counted, unlocked: { bytes: copy, sha256: hash('unlocked') } };
    },
  });
  const who = { clerkUserId: `locked_${(users += 1)}`, email: null, firstName: null, lastName: null };
  const principal = { userId: (await registerUser(services, who)).id };
  const announced = { filename: 'a.pdf', fileSize: null, mimeType: 'application/pdf' };
  const { file } = await requestUpload(services, principal, announced);
  storage.objects.set(file.storagePath, locked);
  const newServices = () => anotherRequest(database, services);
  const read: string[] = [];
  const job = processFileJob({
    services: newServices,
    sandbox: {
      count: () => Promise.reject(new Error('It was counted')),
      read: async (bytes) => {
        read.push(new TextDecoder().decode(bytes));
        return makeDocument();
      },
    },
    exporter: { write: writeExport },
  });
  return {
    process: () => processFile(newServices(), principal, file.id, { force: false, password: 'canary' }),
    remove: () => deleteFile(newServices(), principal, file.id),
    status: async () => (await findOwnFile(newServices().em, principal, file.id)).status,
    copies: () => [...storage.objects].filter(([key]) => key.includes('unlocked')),
    queued,
    job,
    read,
    sweep: clearUnlockedJob(newServices),
    storage,
  };
}

const the = <Value>(value: Value | undefined): Value => {
  if (value === undefined) throw new Error('It was not queued');
  return value;
};

test('the run reads the unlocked copy, in whichever process, and removes it when it is done', async () => {
  const { process, queued, job, read, copies, status } = await aLockedFile();
  await process();
  expect(copies()).toHaveLength(1);
  expect(JSON.stringify(queued)).not.toContain('canary');
  await job.run(the(queued['process-file']), context());
  expect(read).toEqual(['unlocked']);
  expect(await status()).toBe('completed');
  expect(copies()).toEqual([]);
});

test('a run that is given up, and one whose process died at its end, leave no copy', async () => {
  const one = await aLockedFile();
  await one.process();
  await one.job.giveUp(the(one.queued['process-file']), new Error('its process died'));
  expect(one.copies()).toEqual([]);

  const other = await aLockedFile();
  await other.process();
  const [[key, bytes] = ['', copy]] = other.copies();
  await other.job.run(the(other.queued['process-file']), context());
  other.storage.objects.set(key, bytes);
  await other.job.run(the(other.queued['process-file']), context());
  expect(other.copies()).toEqual([]);
  expect(await other.status()).toBe('completed');
});

test('a copy that was swapped is not read', async () => {
  const { process, queued, job, read, copies, storage, status } = await aLockedFile();
  await process();
  for (const [key] of copies()) storage.objects.set(key, new TextEncoder().encode('another'));
  await job.run(the(queued['process-file']), context());
  expect(read).toEqual([]);
  expect(await status()).toBe('error');
  expect(copies()).toEqual([]);
});

test('a run that is refused keeps no copy, nor does a file that is deleted', async () => {
  const poor = await aLockedFile(1_000);
  await expect(poor.process()).rejects.toThrow('Insufficient credits');
  expect(poor.copies()).toEqual([]);

  const deleted = await aLockedFile();
  await deleted.process();
  await deleted.remove();
  expect(deleted.copies()).toEqual([]);
});

test('a copy whose run never began is swept away, and that of a run under way is left to it', async () => {
  const { process, queued, sweep, copies, storage } = await aLockedFile();
  await process();
  const payload = the(queued['clear-unlocked']);
  await sweep.run(payload, context());
  expect(copies()).toHaveLength(1);

  const orphan = { ...payload, run: payload.run + 1 };
  storage.objects.set(`outputs/file_id=${orphan.fileId}/run=${orphan.run}/unlocked-${orphan.name}.pdf`, copy);
  await sweep.run(orphan, context());
  expect(copies()).toHaveLength(1);
});
