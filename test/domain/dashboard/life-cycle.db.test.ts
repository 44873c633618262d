import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addFiles } from '../../../src/domain/dashboard/add-files.ts';
import { beginBuild, type Blueprint } from '../../../src/domain/dashboard/begin-build.ts';
import { failBuild, publishBuild } from '../../../src/domain/dashboard/end-build.ts';
import { countDashboardFiles } from '../../../src/domain/dashboard/list-dashboard-files.ts';
import { removeFile } from '../../../src/domain/dashboard/remove-file.ts';
import { reprocessDashboard } from '../../../src/domain/dashboard/reprocess-dashboard.ts';
import { statusOf } from '../../../src/domain/dashboard/rules.ts';
import { updateDashboard } from '../../../src/domain/dashboard/update-dashboard.ts';
import { deleteFile } from '../../../src/domain/file/delete-file.ts';
import { failFile } from '../../../src/domain/file/fail-file.ts';
import { processFile } from '../../../src/domain/file/process-file.ts';
import { aDashboardUser } from '../../support/dashboards.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** What a workbook would hold: the completed members in their order, each with the run that counts. */
type Content = string[];
type Attempt = { blueprint: Blueprint; changes: number; content: Content };

/** The life of one dashboard, told without revisions: what it holds, and what was built when. */
class Model {
  members: number[] = [];
  runs = new Map<number, number>();
  changes = 0;
  build = 0;
  underWay = false;
  attempt: Attempt | null = null;
  built: { changes: number; content: Content } | null = null;

  content = (): Content =>
    this.members.flatMap((id) => (this.runs.has(id) ? [`${id}:${this.runs.get(id)}`] : [])) satisfies Content;

  status(): string {
    if (this.built?.changes === this.changes) return 'up_to_date';
    return this.changes === 0 ? 'new' : 'outdated';
  }
}

const whichFile = fc.nat({ max: 2 });
const action = fc.oneof(
  { weight: 3, arbitrary: fc.record({ does: fc.constant('add' as const), files: fc.array(whichFile) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('complete' as const), file: whichFile }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('fail' as const), file: whichFile }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('remove' as const), file: whichFile }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('delete' as const), file: whichFile }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constantFrom('reprocess' as const, 'begin' as const) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('publish' as const) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constantFrom('fail build' as const, 'rename' as const) }) },
);
type Action = typeof action extends fc.Arbitrary<infer Value> ? Value : never;

test('whatever happens in whatever order, the status is what the files and the last build say', async () => {
  const user = await aDashboardUser(database);
  const { principal, request } = user;
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 4, maxLength: 20 }), async (story) => {
      const { id } = await user.make(0);
      const model = new Model();
      const files = [await user.upload(), await user.upload(), await user.upload()];
      for (const step of story) {
        await play(step, id, model, files);
        const dashboard = await user.find(id);
        expect({ step, status: statusOf(dashboard) }).toEqual({ step, status: model.status() });
        expect(await countDashboardFiles(request().em, [id])).toEqual([model.members.length]);
        if (statusOf(dashboard) === 'up_to_date') expect(model.built?.content).toEqual(model.content());
      }
    }),
    { numRuns: 30 },
  );

  async function play(step: Action, id: number, model: Model, files: number[]): Promise<void> {
    const fileOf = (which: number): number => files[which] ?? 0;
    switch (step.does) {
      case 'add': {
        const added = new Set(step.files.map(fileOf)).difference(new Set(model.members));
        await addFiles(request(), principal, id, step.files.map(fileOf));
        model.members.push(...added);
        if (added.size > 0) model.changes += 1;
        return;
      }
      case 'complete': {
        const file = fileOf(step.file);
        model.runs.set(file, await user.complete(file));
        if (model.members.includes(file)) model.changes += 1;
        return;
      }
      case 'fail': {
        const fileId = fileOf(step.file);
        const { run } = await processFile(request(), principal, fileId, { force: true });
        await failFile(request(), { fileId, run }, { code: 'no_transactions', message: 'Nothing in it.' });
        return;
      }
      case 'remove': {
        const file = fileOf(step.file);
        const removed = removeFile(request(), principal, id, file);
        if (!model.members.includes(file)) return expect(removed).rejects.toThrow('File not found');
        await removed;
        model.members = model.members.filter((member) => member !== file);
        model.changes += 1;
        return;
      }
      case 'delete': {
        const file = fileOf(step.file);
        await deleteFile(request(), principal, file);
        if (model.members.includes(file)) model.changes += 1;
        model.members = model.members.filter((member) => member !== file);
        files[step.file] = await user.upload();
        return;
      }
      case 'reprocess': {
        const asked = reprocessDashboard(request(), principal, id);
        if (model.content().length === 0) return expect(asked).rejects.toThrow('No file of the dashboard is completed');
        const { build } = await asked;
        // One that has not looked at the files yet, or has seen them as they are, is the one that was asked for.
        const same = model.underWay && (model.attempt === null || model.attempt.changes === model.changes);
        if (!same) {
          model.build += 1;
          model.attempt = null;
        }
        model.underWay = true;
        expect(build).toBe(model.build);
        return;
      }
      case 'begin': {
        const blueprint = await beginBuild(request(), { dashboardId: id, build: model.build });
        expect(blueprint !== null).toBe(model.underWay);
        if (!blueprint) return;
        expect(blueprint.members.map(({ fileId, run }) => `${fileId}:${run}`)).toEqual(model.content());
        // The attempt before has lost its right.
        if (model.attempt) expect(await publishBuild(request(), model.attempt.blueprint)).toBe(false);
        model.attempt = { blueprint, changes: model.changes, content: model.content() };
        return;
      }
      case 'publish': {
        const { attempt } = model;
        if (!attempt) return;
        expect(await publishBuild(request(), attempt.blueprint)).toBe(true);
        expect(await publishBuild(request(), attempt.blueprint)).toBe(false);
        Object.assign(model, { built: attempt, attempt: null, underWay: false });
        return;
      }
      case 'fail build': {
        await failBuild(request(), { dashboardId: id, build: model.build }, 'Too many rows.');
        const { failure } = await user.find(id);
        if (model.underWay) expect(failure).toBe('Too many rows.');
        if (model.attempt) expect(await publishBuild(request(), model.attempt.blueprint)).toBe(false);
        Object.assign(model, { attempt: null, underWay: false });
        return;
      }
      case 'rename':
        await updateDashboard(request(), principal, id, { name: 'Another name' });
    }
  }
}, 240_000);
