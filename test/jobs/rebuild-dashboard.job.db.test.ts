import { afterAll, beforeAll, expect, test } from 'vitest';
import { addFiles } from '../../src/domain/dashboard/add-files.ts';
import { Dashboard } from '../../src/domain/dashboard/dashboard.entity.ts';
import { deleteDashboard } from '../../src/domain/dashboard/delete-dashboard.ts';
import { removeFile } from '../../src/domain/dashboard/remove-file.ts';
import { reprocessDashboard } from '../../src/domain/dashboard/reprocess-dashboard.ts';
import { deleteFile } from '../../src/domain/file/delete-file.ts';
import { File } from '../../src/domain/file/file.entity.ts';
import { eraseUser } from '../../src/domain/user/erase-user.ts';
import { AppError } from '../../src/errors.ts';
import { User } from '../../src/domain/user/user.entity.ts';
import type { Combiner } from '../../src/jobs/combiner.ts';
import { rebuildDashboardJob } from '../../src/jobs/rebuild-dashboard.job.ts';
import { combineHere } from '../support/combine-here.ts';
import { aDashboardUser, marker } from '../support/dashboards.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const context = () => ({ signal: new AbortController().signal, attempt: 1 });
type Owner = Awaited<ReturnType<typeof aDashboardUser>>;

/**
 * The rebuild that was asked for last, done as the worker does it; something may happen between its members. Answers
 * with the files that were handed over, in turn.
 */
async function rebuild(user: Owner, dashboardId: number, meanwhile?: (asked: number) => Promise<void>) {
  let asked = 0;
  const handed: number[] = [];
  const combine: Combiner['combine'] = (ends, about, signal) =>
    combineHere.combine(
      {
        ...ends,
        next: async () => {
          await meanwhile?.((asked += 1));
          const member = await ends.next();
          if (member) handed.push(member.fileId);
          return member;
        },
      },
      about,
      signal,
    );
  const { build } = await user.find(dashboardId);
  const job = rebuildDashboardJob({ services: user.request, combiner: { combine } });
  await job.run({ dashboardId, build }, context());
  return handed;
}
const reprocess = (user: Owner, id: number) => reprocessDashboard(user.request(), user.principal, id);

test('a rebuild holds the completed files in the order in which they were added, and only those', async () => {
  const user = await aDashboardUser(database);
  const { id, fileIds } = await user.make(2);
  const [first = 0, second = 0] = fileIds;
  await removeFile(user.request(), user.principal, id, first);
  await addFiles(user.request(), user.principal, id, [await user.upload(), first]);
  await reprocess(user, id);
  expect(await rebuild(user, id)).toEqual([second, first]);
  expect(await user.status(id)).toBe('up_to_date');
  expect(await user.downloaded(id)).toEqual([marker(first, 1), marker(second, 1)].toSorted());
  expect(user.outputs()).toHaveLength(3);
  // Delivered once more, since its process died before the queue heard of it.
  await rebuild(user, id);
  expect(user.outputs()).toHaveLength(3);
  expect(await user.find(id)).toMatchObject({ progress: 100, failure: null });
});

test('a file added while the workbook is built is not in it, and the dashboard says so', async () => {
  const user = await aDashboardUser(database);
  const { id, fileIds } = await user.make(2);
  await reprocess(user, id);
  await rebuild(user, id, async (asked) => {
    if (asked !== 2) return;
    const another = await user.upload();
    await user.complete(another);
    await addFiles(user.request(), user.principal, id, [another]);
  });
  expect(await user.status(id)).toBe('outdated');
  expect(await user.downloaded(id)).toEqual(fileIds.map((file) => marker(file, 1)).toSorted());
});

test('a member that changes before it was read is read as it is then', async () => {
  const user = await aDashboardUser(database);
  const { id, fileIds } = await user.make(3);
  const [first = 0, second = 0, third = 0] = fileIds;
  await reprocess(user, id);
  await rebuild(user, id, async (asked) => {
    if (asked === 2) await user.complete(second);
    if (asked === 3) await deleteFile(user.request(), user.principal, third);
  });
  expect(await user.status(id)).toBe('up_to_date');
  expect(await user.downloaded(id)).toEqual([marker(first, 1), marker(second, 2)].toSorted());
});

test('asking again after a change takes the place of the rebuild under way, which leaves nothing behind', async () => {
  const user = await aDashboardUser(database);
  const { id, fileIds } = await user.make(2);
  await reprocess(user, id);
  await rebuild(user, id, async (asked) => {
    if (asked !== 2) return;
    await removeFile(user.request(), user.principal, id, fileIds[0] ?? 0);
    expect(await reprocess(user, id)).toMatchObject({ build: 2 });
  });
  expect(user.outputs()).toEqual([]);
  await rebuild(user, id);
  expect(await user.status(id)).toBe('up_to_date');
  expect(await user.downloaded(id)).toEqual([marker(fileIds[1] ?? 0, 1)]);
});

test('asked for twice at once, it is built once', async () => {
  const user = await aDashboardUser(database);
  const { id } = await user.make(1);
  const asked = await Promise.all([reprocess(user, id), reprocess(user, id), reprocess(user, id)]);
  expect(asked.map(({ build }) => build)).toEqual([1, 1, 1]);
});

test('what was downloaded stays until the next build, and its objects until no link to it is good', async () => {
  const user = await aDashboardUser(database);
  const cleared: unknown[] = [];
  user.services.queue = { enqueue: async (_em, name, payload, options) => void cleared.push([name, payload, options]) };
  const { id } = await user.make(1);
  await reprocess(user, id);
  await rebuild(user, id);
  const { builtPrefix } = await user.find(id);
  await reprocess(user, id);
  await rebuild(user, id, async () => expect(await user.downloaded(id)).toHaveLength(1));
  expect((await user.find(id)).builtPrefix).not.toBe(builtPrefix);
  expect(cleared.at(-1)).toEqual([
    'clear-outputs',
    { prefix: builtPrefix },
    { notBefore: new Date('2026-03-01T13:00:00.000Z') },
  ]);
});

test('a dashboard deleted while it is built leaves nothing behind', async () => {
  const user = await aDashboardUser(database);
  const { id } = await user.make(2);
  await reprocess(user, id);
  const { build } = await user.find(id);
  const combine: Combiner['combine'] = async (ends, about, signal) => {
    await combineHere.combine(ends, about, signal);
    await deleteDashboard(user.request(), user.principal, id);
    await ends.take('csv', new Blob(['late']).stream()).catch(() => undefined);
  };
  const job = rebuildDashboardJob({ services: user.request, combiner: { combine } });
  await job.run({ dashboardId: id, build }, context());
  await job.giveUp({ dashboardId: id, build }, new Error('its process died'));
  expect(user.outputs()).toEqual([]);
});

test('rows that fit into no workbook fail it at once, with the reason; the last build stays', async () => {
  const user = await aDashboardUser(database);
  const { id } = await user.make(1);
  await reprocess(user, id);
  await rebuild(user, id);
  const before = user.outputs();
  await reprocess(user, id);
  await rebuild(user, id, async () => {
    throw new AppError('TOO_LARGE', 'There are more rows than a sheet holds.');
  });
  expect(await user.find(id)).toMatchObject({ failure: 'There are more rows than a sheet holds.', endedBuild: 2 });
  expect(await user.status(id)).toBe('up_to_date');
  expect(user.outputs()).toEqual(before);
  await reprocess(user, id);
  expect(await user.find(id)).toMatchObject({ failure: null, build: 3 });
});

test('a fault of ours is left to the queue to try again, and then given up', async () => {
  const user = await aDashboardUser(database);
  const { id } = await user.make(1);
  await reprocess(user, id);
  const broken = () => Promise.reject(new Error('disk full'));
  await expect(rebuild(user, id, broken)).rejects.toThrow('disk full');
  // The one under way is to be tried again: there is no need for another.
  expect(await reprocess(user, id)).toMatchObject({ build: 1, endedBuild: 0 });
  const job = rebuildDashboardJob({ services: user.request, combiner: combineHere });
  await job.giveUp({ dashboardId: id, build: 1 }, new Error('disk full'));
  expect(await user.find(id)).toMatchObject({ endedBuild: 1, failure: expect.stringContaining('our side') });
  expect(await user.status(id)).toBe('outdated');
  expect(user.outputs()).toEqual([]);
});

test('of two attempts that do not know of each other, the one that began last is published, whole', async () => {
  const user = await aDashboardUser(database);
  const { id, fileIds } = await user.make(2);
  await reprocess(user, id);
  let second: Promise<unknown> | null = null;
  await rebuild(user, id, async (asked) => {
    // The lease of the first was lost without its knowing, between its members.
    if (asked === 2) await (second ??= rebuild(user, id));
  });
  expect(await user.status(id)).toBe('up_to_date');
  expect(user.outputs()).toHaveLength(3);
  expect(await user.downloaded(id)).toEqual(fileIds.map((file) => marker(file, 1)).toSorted());
});

test('edits from all sides during rebuilds never leave a dashboard falsely up to date', async () => {
  const user = await aDashboardUser(database);
  const { id, fileIds } = await user.make(4);
  const { principal, request } = user;
  // A second dashboard of the same files, so that locks are taken over both.
  const other = await user.make(0);
  await addFiles(request(), principal, other.id, fileIds.toReversed());
  const expected = async (dashboardId: number) => {
    const rows = await database.orm.em.getConnection().execute<{ id: number; run: number }[]>(
      `select f.id, f.completed_run as run from dashboard_files d join files f on f.id = d.file_id
       where d.dashboard_id = ? and f.completed_run is not null`,
      [dashboardId],
    );
    return rows.map((row) => marker(row.id, row.run)).toSorted();
  };
  const settled = (work: Promise<unknown>[]) => Promise.allSettled(work);

  for (let round = 0; round < 6; round += 1) {
    const victim = fileIds[round % fileIds.length] ?? 0;
    const outcomes = await settled([
      reprocess(user, id).then(() => rebuild(user, id)),
      reprocess(user, id).then(() => rebuild(user, id)),
      reprocess(user, other.id).then(() => rebuild(user, other.id)),
      user.complete(victim),
      user.complete(fileIds[(round + 1) % fileIds.length] ?? 0),
      removeFile(request(), principal, id, victim),
      addFiles(request(), principal, id, fileIds),
      addFiles(request(), principal, other.id, fileIds),
      removeFile(request(), principal, other.id, victim),
    ]);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(AppError);
    }
    for (const dashboardId of [id, other.id]) {
      if ((await user.status(dashboardId)) !== 'up_to_date') continue;
      expect(await user.downloaded(dashboardId)).toEqual(await expected(dashboardId));
    }
  }
  for (const dashboardId of [id, other.id]) {
    await reprocess(user, dashboardId);
    await rebuild(user, dashboardId);
    expect(await user.status(dashboardId)).toBe('up_to_date');
    expect(await user.downloaded(dashboardId)).toEqual(await expected(dashboardId));
  }
}, 120_000);

test('a file deleted while it is added is either in the dashboard and gone from it, or never was', async () => {
  const user = await aDashboardUser(database);
  for (let round = 0; round < 8; round += 1) {
    const { id } = await user.make(0);
    const file = await user.upload();
    const [added, deleted] = await Promise.allSettled([
      addFiles(user.request(), user.principal, id, [file]),
      deleteFile(user.request(), user.principal, file),
    ]);
    expect(deleted.status).toBe('fulfilled');
    if (added.status === 'rejected') expect(added.reason).toEqual(new AppError('NOT_FOUND', 'File not found'));
    expect(await user.status(id)).toBe(added.status === 'fulfilled' ? 'outdated' : 'new');
  }
});

test('a deleted user leaves no dashboard and no output', async () => {
  const user = await aDashboardUser(database);
  const { id } = await user.make(2);
  await reprocess(user, id);
  await rebuild(user, id);
  const { userId } = user.principal;
  const { clerkUserId } = await user.request().em.findOneOrFail(User, userId);
  await eraseUser(user.request(), clerkUserId);
  await eraseUser(user.request(), clerkUserId);
  expect(await user.request().em.count(Dashboard, { userId })).toBe(0);
  expect(await user.request().em.count(File, { userId })).toBe(0);
  expect(user.storage.objects.size).toBe(0);
});
