import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type App, buildApp } from '../../src/app.ts';
import { issueLocalToken } from '../../src/cli/token.ts';
import { parseConfig } from '../../src/config.ts';
import { adjustCredits } from '../../src/domain/credit/adjust-credits.ts';
import { aSample } from '../support/a-statement.ts';
import { createClient } from '../support/client.ts';
import { type Desk, makeDesk } from './command.ts';

let dataDir: string;
let app: App;
let url: string;
let desk: Desk;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'excellent-banking-remote-'));
  const limits = { SIGNUP_CREDITS: '5', MAX_UPLOAD_BYTES: '200000' };
  const place = { HOST: '127.0.0.1', PORT: '0', PUBLIC_URL: 'http://127.0.0.1:0', DATA_DIR: dataDir };
  app = await buildApp(parseConfig({ ...place, ...limits, LOG_LEVEL: 'silent' }));
  url = await app.start();
});
afterAll(async () => {
  await app.stop();
  await rm(dataDir, { recursive: true, force: true });
});
beforeEach(async () => {
  desk = await makeDesk();
  await writeFile(desk.at('statement.pdf'), aSample('statement').pdf);
});
afterEach(() => desk.remove());

const tokenOf = (name: string): Promise<string> => issueLocalToken(app, { email: `${name}@example.com` });
const convert = (file: string, server: string, token: string) =>
  desk.convert([file, '--url', server, '--token', token, '-o', 'out.xlsx']);
const sentence = (stderr: string): string | undefined => stderr.trimEnd().split('\n').at(-1);

test('a running server does the work on behalf of the account the token belongs to', async () => {
  const token = await tokenOf('ada');
  const { exitCode, stdout } = await convert('statement.pdf', `${url}/`, token);

  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^out\.xlsx: \d+ rows from 1 statement$/m);
  expect(await desk.files()).toEqual(['out.xlsx', 'statement.pdf']);
  const { body } = await createClient(url, token).get('/files/');
  expect(body).toMatchObject([{ filename: 'statement.pdf', status: 'completed' }]);
});

test('each refusal says what to do', async () => {
  const poor = await tokenOf('bob');
  await spendAll(poor);
  await writeFile(desk.at('notes.txt'), 'Dear diary');
  await writeFile(desk.at('huge.pdf'), Buffer.alloc(200_001));

  for (const [file, token, message] of [
    ['statement.pdf', 'not.a.token', /does not accept the token: get a new one/],
    ['statement.pdf', poor, /^Insufficient credits: .*Buy some/],
    ['notes.txt', await tokenOf('cleo'), /^The file is not a format we know\. Upload the statement as the PDF/],
    ['huge.pdf', await tokenOf('dan'), /^The file is larger than the limit of 200000 bytes/],
  ] as const) {
    const { exitCode, stdout, stderr } = await convert(file, url, token);
    expect({ file, exitCode, stdout }).toEqual({ file, exitCode: 1, stdout: '' });
    expect(sentence(stderr)).toMatch(message);
  }
});

/** Takes away what a new user got. */
async function spendAll(token: string): Promise<void> {
  const { id, credits } = (await createClient(url, token).get('/me')).body as { id: number; credits: number };
  const change = { userId: id, credits: -credits, reason: 'Spent', idempotencyKey: 'spent' };
  await adjustCredits(app.services(), change);
}

test('a wrong URL is told apart from a server in trouble', async () => {
  const sentences = await Promise.all([
    complaintAbout((_request, response) => response.end('<h1>It works!</h1>')),
    complaintAbout((_request, response) => response.writeHead(404).end('nothing here')),
    complaintAbout((_request, response) => response.writeHead(500).end('{"detail":"Internal Server Error"}')),
    complaintAbout((request) => request.socket.destroy()),
  ]);
  expect(sentences).toEqual([
    '<url> does not answer like an Excellent Banking server: check --url.',
    '<url> does not answer like an Excellent Banking server: check --url.',
    '<url> has a problem of its own (Internal Server Error): try again in a minute.',
    '<url> does not answer: is the server running, and is its URL right?',
  ]);
});

/** What the command says of a server that behaves like this. */
async function complaintAbout(listener: RequestListener): Promise<string | undefined> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const wrongUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { exitCode, stderr } = await convert('statement.pdf', wrongUrl, 'token');
  server.close();
  expect(exitCode).toBe(1);
  return sentence(stderr)?.replace(wrongUrl, '<url>');
}

test('a busy server is asked again after the time it names', async () => {
  const token = await tokenOf('eve');
  let asked = 0;
  const busy = createServer((request, response) => {
    asked += 1;
    if (asked === 1) response.writeHead(429, { 'Retry-After': '1' }).end('{"detail":"Too Many Requests"}');
    else response.writeHead(307, { Location: `${url}${request.url}` }).end();
  });
  await new Promise<void>((resolve) => busy.listen(0, '127.0.0.1', resolve));
  const { exitCode, stderr } = await convert(
    'statement.pdf',
    `http://127.0.0.1:${(busy.address() as AddressInfo).port}`,
    token,
  );
  busy.close();
  expect(asked).toBe(2);
  // The second answer leads to another origin, where no token is shown: that it is refused there is right.
  expect([exitCode, sentence(stderr)]).toEqual([1, expect.stringMatching(/does not accept the token/)]);
});
