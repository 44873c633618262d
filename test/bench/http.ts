import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../../src/app.ts';
import { issueLocalToken } from '../../src/cli/token.ts';
import { parseConfig } from '../../src/config.ts';
import { File } from '../../src/domain/file/file.entity.ts';
import { createLog } from '../../src/log.ts';

/**
 * CPU time per request beside a bare server that gives the same answers (`http/reference-server.ts`), both in one run,
 * in turns: this compares programs, not machines.
 */
const WARM_UP = 1_000;
const REQUESTS = 1_000;
const ROUNDS = 5;
const CONNECTIONS = 8;
const AIM = 3;

type Call = { name: string; method: 'GET' | 'POST'; path: string; body?: string };

const LIST = `query Files($first: Int) {
  files(first: $first) { nodes { id filename status progress totalPages createdAt } }
}`;
const calls: Call[] = [
  { name: 'GET /files/?limit=20', method: 'GET', path: '/files/?limit=20' },
  { name: 'GET /me', method: 'GET', path: '/me' },
  {
    name: 'GraphQL files(first: 20)',
    method: 'POST',
    path: '/graphql',
    body: JSON.stringify({ query: LIST, variables: { first: 20 } }),
  },
];

type Contender = { process: ChildProcess; send: (call: Call) => Promise<string> };

const dataDir = mkdtempSync(join(tmpdir(), 'excellent-banking-bench-'));
const environment = { DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'info', NODE_ENV: 'development' };
try {
  const { token, databasePath, publicKey } = await prepare();
  const reference = await launch('reference-server.ts', token, [databasePath, publicKey]);
  const ours = await launch('our-server.ts', token, []);
  const rows = [];
  for (const call of calls) {
    assert.deepEqual(JSON.parse(await ours.send(call)), JSON.parse(await reference.send(call)), call.name);
    rows.push(await compare(call, ours, reference));
  }
  for (const contender of [ours, reference]) contender.process.disconnect();
  console.table(rows);
  const slow = rows.filter(({ ratio }) => ratio > AIM);
  console.log(
    slow.length === 0
      ? `All within ${AIM}× of the reference.`
      : `Over ${AIM}×: ${slow.map((row) => row.request).join(', ')}`,
  );
  process.exitCode = slow.length === 0 ? 0 : 1;
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}

/** A user with a hundred files, in a database that both servers then read. */
async function prepare() {
  const config = parseConfig(environment);
  const app = await buildApp(config, { log: createLog('silent') });
  const token = await issueLocalToken(app, { email: 'bench@example.com' });
  const { em } = app.services();
  const now = new Date('2026-01-31T12:00:00.000Z');
  for (let n = 1; n <= 100; n += 1) {
    em.create(File, {
      userId: 1,
      filename: `statement-${n}.pdf`,
      status: n % 3 === 0 ? 'pending' : 'completed',
      fileSize: 40_000 + n,
      mimeType: 'application/pdf',
      storagePath: `uploads/user_id=1/file_id=${n}/0123456789abcdef0123456789abcdef.pdf`,
      totalPages: n % 3 === 0 ? null : 3,
      totalCharacters: n % 3 === 0 ? null : 7_000,
      createdAt: now,
      updatedAt: now,
      processedAt: n % 3 === 0 ? null : now,
    });
  }
  await em.flush();
  const publicKey = app.auth.localIssuer?.publicKey ?? '';
  await app.stop();
  assert(config.database.engine === 'sqlite');
  return { token, databasePath: config.database.path, publicKey };
}

async function launch(module: string, token: string, args: string[]): Promise<Contender> {
  const child = fork(new URL(`./http/${module}`, import.meta.url), args, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const send = ({ method, path, body }: Call): Promise<string> =>
    new Promise((resolve, reject) => {
      const headers = {
        Authorization: `Bearer ${token}`,
        ...(body ? { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) } : {}),
      };
      const sent = request({ agent, host: '127.0.0.1', port, method, path, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () => (response.statusCode === 200 ? resolve(text) : reject(new Error(text))));
      });
      sent.on('error', reject);
      sent.end(body);
    });
  return { process: child, send };
}

async function compare(call: Call, ours: Contender, reference: Contender) {
  await many(WARM_UP, call, ours);
  await many(WARM_UP, call, reference);
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const bare = await cpuPerRequest(call, reference);
    const own = await cpuPerRequest(call, ours);
    rounds.push({ bare, own, ratio: own / bare });
  }
  const [low, , middle, , high] = rounds.toSorted((a, b) => a.ratio - b.ratio);
  return {
    request: call.name,
    'ours µs': round(middle?.own),
    'reference µs': round(middle?.bare),
    ratio: round(middle?.ratio),
    lowest: round(low?.ratio),
    highest: round(high?.ratio),
  };
}

async function cpuPerRequest(call: Call, contender: Contender): Promise<number> {
  const before = await cpu(contender.process);
  await many(REQUESTS, call, contender);
  return ((await cpu(contender.process)) - before) / REQUESTS;
}

async function cpu(child: ChildProcess): Promise<number> {
  const answered = once(child, 'message') as Promise<[{ cpuMicroseconds: number }]>;
  child.send('cpu');
  const [{ cpuMicroseconds }] = await answered;
  return cpuMicroseconds;
}

async function many(requests: number, call: Call, { send }: Contender): Promise<void> {
  let left = requests;
  const connection = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await send(call);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, connection));
}

function round(value = Number.NaN): number {
  return Math.round(value * 100) / 100;
}
