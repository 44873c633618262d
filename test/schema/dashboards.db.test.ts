import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { beginBuild } from '../../src/domain/dashboard/begin-build.ts';
import { publishBuild } from '../../src/domain/dashboard/end-build.ts';
import { aDashboardUser } from '../support/dashboards.ts';
import { createGraphqlCaller, executions } from '../support/graphql-caller.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const DASHBOARD = 'id name description status fileCount rebuilding progress rebuildError builtAt';
type Made = { createDashboard: { id: string } };
const CREATE = `mutation ($name: String!) { createDashboard(input: { name: $name }) { ${DASHBOARD} } }`;
const UPDATE = `mutation ($id: ID!, $name: String, $description: String) {
  updateDashboard(id: $id, name: $name, description: $description) { name description } }`;

describe.each(executions)('dashboards, %s', (execution) => {
  let user: Awaited<ReturnType<typeof aDashboardUser>>;
  let graphql: ReturnType<typeof createGraphqlCaller>;
  beforeAll(async () => {
    user = await aDashboardUser(database);
    graphql = createGraphqlCaller(database, user.services, execution);
  });
  afterEach(() => expect(graphql.log).toEqual([]));
  const make = async (name = 'Mine') => (await graphql.call<Made>(user, CREATE, { name })).data.createDashboard;

  test('one is made, changed, filled, built and deleted', async () => {
    const made = await make();
    const { id } = made;
    const untouched = { rebuilding: false, progress: 0, rebuildError: null, builtAt: null };
    expect(made).toEqual({ id, name: 'Mine', description: null, status: 'NEW', fileCount: 0, ...untouched });
    const change = async (changes: object) => (await graphql.call(user, UPDATE, { id, ...changes })).data;
    expect(await change({ description: 'Both' })).toEqual({ updateDashboard: { name: 'Mine', description: 'Both' } });
    expect(await change({ name: 'Ours' })).toEqual({ updateDashboard: { name: 'Ours', description: 'Both' } });
    expect(await change({ description: null })).toEqual({ updateDashboard: { name: 'Ours', description: null } });
    expect((await graphql.call(user, UPDATE, { id, name: null })).errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT' } },
    ]);

    const [first, second] = [await user.upload(), await user.upload()];
    await user.complete(first);
    // One request: what a later mutation changes, its answer counts.
    const twice = `mutation ($id: ID!, $first: ID!, $second: ID!) {
      one: addDashboardFiles(id: $id, fileIds: [$first]) { fileCount status }
      two: addDashboardFiles(id: $id, fileIds: [$second]) { fileCount files(first: 1) { totalCount nodes { id } } } }`;
    expect((await graphql.call(user, twice, { id, first, second })).data).toEqual({
      one: { fileCount: 1, status: 'OUTDATED' },
      two: { fileCount: 2, files: { totalCount: 2, nodes: [{ id: String(second) }] } },
    });
    const remove = 'mutation ($id: ID!, $file: ID!) { removeDashboardFile(id: $id, fileId: $file) { fileCount } }';
    expect((await graphql.call(user, remove, { id, file: second })).data).toEqual({
      removeDashboardFile: { fileCount: 1 },
    });
    const reprocess = `mutation ($id: ID!) { reprocessDashboard(id: $id) { status rebuilding } }`;
    expect((await graphql.call(user, reprocess, { id })).data).toEqual({
      reprocessDashboard: { status: 'OUTDATED', rebuilding: true },
    });
    const link = 'query ($id: ID!) { dashboardDownloadLink(id: $id, format: CSV) { filename } }';
    expect((await graphql.call(user, link, { id })).errors).toMatchObject([{ extensions: { code: 'CONFLICT' } }]);
    const blueprint = await beginBuild(user.request(), { dashboardId: Number(id), build: 1 });
    expect(blueprint && (await publishBuild(user.request(), blueprint))).toBe(true);
    const look = `query ($id: ID!) { dashboard(id: $id) { status rebuilding progress builtAt } }`;
    expect((await graphql.call(user, look, { id })).data).toEqual({
      dashboard: { status: 'UP_TO_DATE', rebuilding: false, progress: 100, builtAt: '2026-03-01T12:00:00.000Z' },
    });
    const remaining = `mutation ($id: ID!) { deleteDashboard(id: $id) { id } }`;
    expect((await graphql.call(user, remaining, { id })).data).toEqual({ deleteDashboard: { id } });
    expect((await graphql.call(user, look, { id })).errors).toMatchObject([{ message: 'Dashboard not found' }]);
  });

  test("somebody else's is not found, by any field", async () => {
    const { id } = await make();
    const eve = await aDashboardUser(database);
    for (const source of [
      'query ($id: ID!) { dashboard(id: $id) { id } }',
      'query ($id: ID!) { dashboardDownloadLink(id: $id) { filename } }',
      'mutation ($id: ID!) { updateDashboard(id: $id, name: "Eve") { id } }',
      'mutation ($id: ID!) { addDashboardFiles(id: $id, fileIds: ["x"]) { id } }',
      'mutation ($id: ID!) { removeDashboardFile(id: $id, fileId: "x") { id } }',
      'mutation ($id: ID!) { reprocessDashboard(id: $id) { id } }',
      'mutation ($id: ID!) { deleteDashboard(id: $id) { id } }',
    ]) {
      const { errors } = await graphql.call(eve, source, { id });
      expect(errors).toMatchObject([{ message: 'Dashboard not found', extensions: { code: 'NOT_FOUND' } }]);
      expect((await graphql.call(eve, source, { id: '0' })).errors).toMatchObject([{ message: 'Dashboard not found' }]);
    }
    const watch = await graphql.watch(eve, 'subscription ($id: ID!) { dashboardProgress(id: $id) { id } }', { id });
    expect((await watch.next()).value?.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });

  test('what could be added is found by a part of its name, on as many pages as it takes', async () => {
    const owner = await aDashboardUser(database);
    const { id } = (await graphql.call<Made>(owner, CREATE, { name: 'Mine' })).data.createDashboard;
    const names = ['100%_sure.pdf', 'Juni.pdf', 'juli.pdf', 'inside.pdf', 'never read.pdf'];
    const fileIds = [];
    for (const name of names) fileIds.push(await owner.upload(name));
    for (const fileId of fileIds.slice(0, 4)) await owner.complete(fileId);
    await owner.add(Number(id), fileIds.slice(3, 4));
    await user.complete(await user.upload('somebody else’s.pdf'));

    type Found = { nodes: { filename: string }[]; totalCount: number; pageInfo: { endCursor: string | null } };
    const find = async (variables: object = {}) => {
      const query = `query ($id: ID!, $search: String, $first: Int, $after: String) { dashboard(id: $id) {
        candidates(search: $search, first: $first, after: $after) {
          nodes { filename } totalCount pageInfo { endCursor } } } }`;
      const { data } = await graphql.call<{ dashboard: { candidates: Found } }>(owner, query, { id, ...variables });
      const { nodes, totalCount, pageInfo } = data.dashboard.candidates;
      return { names: nodes.map(({ filename }) => filename), totalCount, after: pageInfo.endCursor };
    };
    const first = await find({ first: 2 });
    expect(first).toMatchObject({ names: ['juli.pdf', 'Juni.pdf'], totalCount: 3 });
    expect(await find({ first: 2, after: first.after })).toMatchObject({ names: ['100%_sure.pdf'], totalCount: 3 });
    expect(await find({ search: 'JU' })).toMatchObject({ names: ['juli.pdf', 'Juni.pdf'], totalCount: 2 });
    expect(await find({ search: '%_s' })).toMatchObject({ names: ['100%_sure.pdf'], totalCount: 1 });
    for (const search of ['_', '%']) expect((await find({ search })).names).toEqual(['100%_sure.pdf']);
    expect(await find({ search: '' })).toMatchObject({ totalCount: 3 });
    for (const search of ['\0no', "'; drop", '\\', 'x'.repeat(10_000)]) {
      expect(await find({ search })).toMatchObject({ names: [], totalCount: 0 });
    }
  });

  test('lists have cursors, and count only what is asked for', async () => {
    const owner = await aDashboardUser(database);
    const ids = [];
    for (const name of ['a', 'b', 'c']) {
      ids.unshift((await graphql.call<Made>(owner, CREATE, { name })).data.createDashboard.id);
    }
    type Listed = { dashboards: { nodes: { id: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } };
    const list = `query ($after: String) { dashboards(first: 2, after: $after) {
      nodes { id fileCount } pageInfo { endCursor hasNextPage } totalCount } }`;
    const page = (await graphql.call<Listed>(owner, list)).data.dashboards;
    expect(page).toMatchObject({ nodes: [{ id: ids[0] }, { id: ids[1] }], totalCount: 3 });
    const rest = (await graphql.call<Listed>(owner, list, { after: page.pageInfo.endCursor })).data.dashboards;
    expect(rest).toMatchObject({ nodes: [{ id: ids[2], fileCount: 0 }], pageInfo: { hasNextPage: false } });
  });
});
