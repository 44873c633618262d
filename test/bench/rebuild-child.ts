/**
 * One rebuild of a dashboard as a worker does it, in a process of its own: `seed` fills a database with completed
 * statements, `run` builds the dashboard from it on disk and prints what that took.
 */
import { join } from 'node:path';
import { addFiles } from '../../src/domain/dashboard/add-files.ts';
import { createDashboard } from '../../src/domain/dashboard/create-dashboard.ts';
import { reprocessDashboard } from '../../src/domain/dashboard/reprocess-dashboard.ts';
import { completeFile } from '../../src/domain/file/complete-file.ts';
import { processFile } from '../../src/domain/file/process-file.ts';
import { requestUpload } from '../../src/domain/file/request-upload.ts';
import { registerUser } from '../../src/domain/user/register-user.ts';
import { openMigrated } from '../../src/database/orm.ts';
import { createCombiner } from '../../src/jobs/combiner.ts';
import { rebuildDashboardJob } from '../../src/jobs/rebuild-dashboard.job.ts';
import { createDiskStorage } from '../../src/storage/disk-storage.ts';
import { createMemoryStorage } from '../support/memory-storage.ts';
import { oneSigningKey } from '../support/one-signing-key.ts';
import { seededRandom } from '../support/random.ts';
import { createTestServices } from '../support/test-services.ts';
import { busyMembers } from '../support/workbook/busy-members.ts';
import { measureWork } from './measure-work.ts';
import { watchChildren } from './watch-children.ts';

const [mode, directory = '', statements, rows] = process.argv.slice(2);
const location = { engine: 'sqlite', path: join(directory, 'bench.sqlite') } as const;
const orm = await openMigrated(location);
const database = { location, orm, close: () => orm.close() };

if (mode === 'seed') await seed(Number(statements), Number(rows));
else await run();
await orm.close();

async function seed(statementCount: number, rowsEach: number): Promise<void> {
  const storage = createMemoryStorage();
  const base = createTestServices(database, { storage });
  const services = { ...base, settings: { ...base.settings, signupCredits: 1_000_000 } };
  const named = { clerkUserId: 'bench', email: null, firstName: null, lastName: null };
  const principal = { userId: (await registerUser(services, named)).id };
  const fileIds = [];
  for (const { filename, document } of busyMembers(seededRandom(1), statementCount, rowsEach)) {
    const asked = { filename, fileSize: null, mimeType: 'application/pdf' };
    const { file } = await requestUpload(services, principal, asked);
    storage.objects.set(file.storagePath, new Uint8Array(1));
    const { run: attempt } = await processFile(services, principal, file.id, { force: false });
    await completeFile(services, { fileId: file.id, run: attempt }, document);
    fileIds.push(file.id);
  }
  const { id } = await createDashboard(services, principal, { name: 'Bench', description: null });
  await addFiles(services, principal, id, fileIds);
  await reprocessDashboard(services, principal, id);
}

async function run(): Promise<void> {
  const storage = createDiskStorage({
    directory: join(directory, 'objects'),
    keys: oneSigningKey(Buffer.alloc(32)),
    publicUrl: () => 'http://localhost',
    clock: () => new Date('2026-03-01T12:00:00Z'),
  });
  const services = () => createTestServices(database, { storage });
  const job = rebuildDashboardJob({ services, combiner: createCombiner() });
  const signal = new AbortController().signal;
  const children = watchChildren();
  const measured = await measureWork(async () => job.run({ dashboardId: 1, build: 1 }, { signal, attempt: 1 }));
  const { childPeakMegabytes, childCpuSeconds } = children.stop();
  const cpuSeconds = measured.cpuSeconds + childCpuSeconds;
  console.log(JSON.stringify({ ...measured, cpuSeconds, childPeakMegabytes }));
}
