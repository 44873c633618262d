import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startServerProcess } from './support/server-process.ts';

let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'excellent-banking-main-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

test('Ctrl-C stops the server gracefully, also where npm passes it on a second time', async () => {
  const server = await startServerProcess({ DATA_DIR: dataDir, PORT: '0' });
  expect((await fetch(`${server.url}/ready`)).status).toBe(200);
  server.process.kill('SIGINT');
  server.process.kill('SIGINT');
  expect(await server.exited).toEqual([0, null]);
  await vi.waitFor(() => expect(server.output().match(/"msg":"stopping"/g)).toHaveLength(1));
});

test('a wrong environment is said in words, and nothing starts', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/main.ts'], {
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', PORT: 'eighty', DATA_DIR: dataDir },
    encoding: 'utf8',
  });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(
    /^The environment is not usable:\n {2}PORT: must be .*\n {2}CLERK_JWT_KEY or CLERK_SECRET_KEY: /,
  );
  expect(stderr).not.toContain(' at ');
});

test.each([
  { version: '20.19.0', status: 1, stderr: /^Excellent Banking needs Node\.js 24 or newer; this is v/ },
  { version: '24.0.0', status: 0, stderr: /^$/ },
  { version: '100.0.0', status: 0, stderr: /^$/ },
])('Node $version is told what it is missing', ({ version, ...expected }) => {
  const pretend = `Object.defineProperty(process.versions, 'node', { value: '${version}' })`;
  const run = spawnSync(process.execPath, ['-e', `${pretend}; require('./src/require-node.cjs')`], {
    encoding: 'utf8',
  });
  expect({ status: run.status, stderr: run.stderr }).toEqual({
    ...expected,
    stderr: expect.stringMatching(expected.stderr),
  });
});

test.each([
  {
    DATABASE_URL: 'postgres://ada:pw-canary@127.0.0.1:1/books',
    says: 'DATABASE_URL: must lead to a running PostgreSQL',
  },
  { DATABASE_URL: 'file:README.md', says: 'DATABASE_URL: must name a SQLite file' },
  { DATA_DIR: 'README.md', says: 'DATA_DIR: must be a directory' },
  { HOST: '192.0.2.1', says: 'HOST: must be an address of this machine' },
])('what turns out wrong at the start is named, too: $says', ({ says, ...wrong }) => {
  const env = { PATH: process.env['PATH'], PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error', ...wrong };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/main.ts'], { env, encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain(`The environment is not usable:\n  ${says}`);
  expect(stderr).not.toMatch(/ at |pw-canary/);
});
