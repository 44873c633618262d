import { addFiles } from '../../src/domain/dashboard/add-files.ts';
import { createDashboard } from '../../src/domain/dashboard/create-dashboard.ts';
import { openDashboard } from '../../src/domain/dashboard/download-dashboard.ts';
import { findOwnDashboard } from '../../src/domain/dashboard/find-own-dashboard.ts';
import { statusOf } from '../../src/domain/dashboard/rules.ts';
import { completeFile } from '../../src/domain/file/complete-file.ts';
import { processFile } from '../../src/domain/file/process-file.ts';
import { requestUpload } from '../../src/domain/file/request-upload.ts';
import type { Services } from '../../src/domain/services.ts';
import { registerUser } from '../../src/domain/user/register-user.ts';
import { makeDocument, makeStatement } from './extracted-document.ts';
import { createMemoryStorage } from './memory-storage.ts';
import type { TestDatabase } from './test-database.ts';
import { anotherRequest, createTestServices } from './test-services.ts';

/** How a run's one transaction is called, so that an output tells what it was built from. */
export const marker = (fileId: number, run: number): string => `FILE ${fileId} RUN ${run}`;

let users = 0;

/** A user with credits enough, and what stories about their dashboards do again and again. Each call is a request. */
export async function aDashboardUser(database: TestDatabase) {
  const storage = createMemoryStorage();
  const base = createTestServices(database, { storage });
  const services: Services = { ...base, settings: { ...base.settings, signupCredits: 1_000_000 } };
  const request = () => anotherRequest(database, services);
  users += 1;
  const named = { clerkUserId: `dashboards_${users}`, email: null, firstName: null, lastName: null };
  const principal = { userId: (await registerUser(request(), named)).id };

  const upload = async (filename = 'a.pdf'): Promise<number> => {
    const asked = { filename, fileSize: null, mimeType: 'application/pdf' };
    const { file } = await requestUpload(request(), principal, asked);
    storage.objects.set(file.storagePath, new Uint8Array(1));
    return file.id;
  };
  const complete = async (fileId: number): Promise<number> => {
    const { run } = await processFile(request(), principal, fileId, { force: true });
    const transactions = [{ description: marker(fileId, run) }];
    const document = makeDocument({ statements: [makeStatement({ transactions })] });
    await completeFile(request(), { fileId, run }, document);
    return run;
  };

  return {
    principal,
    services,
    storage,
    request,
    upload,
    complete,
    /** A dashboard with so many completed files. */
    make: async (fileCount: number) => {
      const { id } = await createDashboard(request(), principal, { name: 'Mine', description: null });
      const fileIds = [];
      for (let count = 0; count < fileCount; count += 1) fileIds.push(await upload());
      for (const fileId of fileIds) await complete(fileId);
      await addFiles(request(), principal, id, fileIds);
      return { id, fileIds };
    },
    add: (id: number, fileIds: readonly number[]) => addFiles(request(), principal, id, fileIds),
    find: (id: number) => findOwnDashboard(request().em, principal, id),
    status: async (id: number) => statusOf(await findOwnDashboard(request().em, principal, id)),
    /** The markers in what is downloaded now, sorted: in what order a workbook shows them is its own business. */
    downloaded: async (id: number): Promise<string[]> => {
      const { open } = await openDashboard(request(), principal, id, 'csv');
      return ((await new Response(await open()).text()).match(/FILE \d+ RUN \d+/g) ?? []).toSorted();
    },
    outputs: () => [...storage.objects.keys()].filter((key) => key.startsWith('outputs/dashboard_id=')),
  };
}
