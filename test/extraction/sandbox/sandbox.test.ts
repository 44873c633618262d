import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { createSandbox } from '../../../src/extraction/sandbox/sandbox.ts';
import type { Sandbox, SandboxOptions } from '../../../src/extraction/sandbox/sandbox.ts';

const MiB = 1024 * 1024;
const childModule = new URL('./misbehaving-child.ts', import.meta.url);
const limits = { processes: 1, timeLimitMs: 60_000, memoryLimitBytes: 256 * MiB, maxPages: 3, childModule };
const order = (text: string) => Buffer.from(text);

let sandbox: Sandbox | undefined;
const start = (options: Partial<SandboxOptions> = {}): Sandbox => {
  sandbox = createSandbox({ ...limits, ...options });
  return sandbox;
};
afterEach(async () => {
  await sandbox?.stop();
  sandbox = undefined;
});

/** The process that answers. */
const pidOf = async (asked: Sandbox) => (await asked.count(order('hello'))).pages;
const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !/^State:\tZ/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch (error) {
    return process.platform !== 'linux' && error instanceof Error && !error.message.includes('ESRCH');
  }
};
const works = async (asked: Sandbox) => expect((await asked.count(order('hello'))).mimeType).toBe('hello');

describe('a document that misbehaves', () => {
  const shared = createSandbox(limits);
  afterAll(() => shared.stop());

  test.each([
    ['eat buffers', 'memory_limit', /more than 256 MB of memory/],
    ['eat heap', 'memory_limit', /more than 256 MB of memory/],
    ['run out of heap', 'memory_limit', /more than 256 MB of memory/],
    ['be killed by the system', 'memory_limit', /more than 256 MB of memory/],
    ['abort', 'damaged_file', /is damaged/],
    ['segfault', 'damaged_file', /is damaged/],
    ['trap', 'damaged_file', /is damaged/],
    ['exit', 'internal_error', /error on our side/],
    ['throw', 'internal_error', /error on our side/],
    ['throw later', 'internal_error', /error on our side/],
    ['complain', 'encrypted_pdf', /^The PDF is protected by a password\.$/],
  ])('that makes its reader %s fails with %s, and the next one is read', async (misdeed, code, message) => {
    const before = await pidOf(shared);
    const failure = { name: 'ExtractionError', code, message: expect.stringMatching(message) };
    await expect(shared.count(order(misdeed))).rejects.toMatchObject(failure);
    expect(isRunning(before)).toBe(false);
    await works(shared);
  });

  test('that never ends is stopped at the time limit, while the server goes on', async () => {
    const sandbox = start({ timeLimitMs: 1500 });
    let ticks = 0;
    const ticking = setInterval(() => (ticks += 1), 5);
    for (const misdeed of ['spin', 'wait']) {
      ticks = 0;
      await expect(sandbox.read(order(misdeed))).rejects.toMatchObject({
        code: 'time_limit',
        message: 'Reading the file took longer than 2 s and was stopped. Split it in parts and upload those.',
      });
      expect(ticks).toBeGreaterThan(20);
    }
    clearInterval(ticking);
  });

  test('cannot make WebAssembly take more than the limit', async () => {
    const taken = Number((await start().count(order('grow wasm'))).mimeType);
    expect(taken).toBeGreaterThan(200 * MiB);
    expect(taken).toBeLessThanOrEqual(256 * MiB);
  });

  test('finds nothing to read but code, nothing to write, nothing to start', async () => {
    const { mimeType } = await start().count(order('break out'));
    expect(JSON.parse(mimeType)).toEqual(Array(4).fill('ERR_ACCESS_DENIED'));
  });

  test('finds no secret of the server, and leaves its password nowhere', async () => {
    vi.stubEnv('ADMIN_API_KEY', 'secret of the server');
    try {
      const told = JSON.parse((await start().count(order('tell'), { password: 'of the owner' })).mimeType);
      expect(told.password).toBe('of the owner');
      expect(Object.keys(told.env)).not.toContain('ADMIN_API_KEY');
      expect(JSON.stringify([told.env, told.argv])).not.toContain('of the');
    } finally {
      vi.unstubAllEnvs();
    }
  });

  test('is logged by the place where it failed, never by what it says', async () => {
    const info = vi.fn<(details: object, message: string) => void>();
    const sandbox = start({ log: { info } });
    await expect(sandbox.read(order('throw'), { password: 'of the owner' })).rejects.toThrow('on our side');
    const [details] = info.mock.calls[0] ?? [];
    expect(details).toMatchObject({ code: 'internal_error' });
    const logged = String(details && 'err' in details && details.err);
    expect(logged).toMatch(/Error\n {4}at .*misbehaving-child\.ts/);
    expect(logged).not.toMatch(/4321|Ada|owner/);
  });
});

describe('a call', () => {
  test('tells of every page and returns the document', async () => {
    const seen: string[] = [];
    const document = await start().read(order('a statement'), {
      onPage: (page, pages) => void (page <= 3 && seen.push(`${page}/${pages}`)),
    });
    expect(seen).toEqual(['1/3', '2/3', '3/3']);
    expect(document).toMatchObject({ warnings: ['a statement'], pages: 3, characters: 11 });
  });

  test('hands large and empty documents over whole', async () => {
    const sandbox = start();
    const large = Buffer.alloc(20 * MiB, 'x');
    expect((await sandbox.read(large)).characters).toBe(large.length);
    expect((await sandbox.read(new Uint8Array())).characters).toBe(0);
    await works(sandbox);
  });

  test('fails where its own listener fails, and no other call does', async () => {
    const sandbox = start();
    const onPage = () => {
      throw new Error('the listener is at fault');
    };
    await expect(sandbox.read(order('hello'), { onPage })).rejects.toThrow('the listener is at fault');
    await works(sandbox);
  });

  test('ends with its signal, while it runs', async () => {
    const sandbox = start();
    const giveUp = new AbortController();
    let pid = 0;
    const call = sandbox.read(order('spin'), {
      signal: giveUp.signal,
      onPage(page) {
        if (page <= 3) return;
        pid = page;
        giveUp.abort(new Error('the lease is lost'));
      },
    });
    await expect(call).rejects.toThrow('the lease is lost');
    expect(isRunning(pid)).toBe(false);
    await works(sandbox);
  });

  test('ends with its signal, while it waits in line and before it begins', async () => {
    const sandbox = start();
    const first = new AbortController();
    const second = new AbortController();
    const running = sandbox.read(order('spin'), { signal: first.signal });
    const waiting = sandbox.read(order('hello'), { signal: second.signal });
    const third = sandbox.count(order('hello'));
    second.abort(new Error('changed my mind'));
    await expect(waiting).rejects.toThrow('changed my mind');
    await expect(sandbox.count(order('hello'), { signal: second.signal })).rejects.toThrow('changed my mind');
    first.abort(new Error('enough'));
    await expect(running).rejects.toThrow('enough');
    expect((await third).mimeType).toBe('hello');
  });

  test('leaves no listener on a signal that outlives it', async () => {
    const sandbox = start();
    const { signal } = new AbortController();
    const added = vi.spyOn(AbortSignal.prototype, 'addEventListener');
    const removed = vi.spyOn(AbortSignal.prototype, 'removeEventListener');
    await sandbox.count(order('hello'), { signal });
    expect(removed).toHaveBeenCalledTimes(added.mock.calls.length);
    vi.restoreAllMocks();
  });
});

describe('the processes', () => {
  test('are as many as allowed, stay warm, and are all used', async () => {
    const sandbox = start({ processes: 2 });
    const pids = await Promise.all(Array.from({ length: 10 }, () => pidOf(sandbox)));
    expect(new Set(pids).size).toBe(2);
    expect(pids).toContain(await pidOf(sandbox));
  });

  test('serve ten at once, good and bad, each with its own outcome', async () => {
    const sandbox = start({ processes: 2 });
    const orders = ['a', 'abort', 'b', 'exit', 'c', 'throw', 'd', 'complain', 'e', 'trap'];
    const outcomes = await Promise.allSettled(orders.map((text) => sandbox.count(order(text))));
    expect(outcomes.map((o) => (o.status === 'fulfilled' ? o.value.mimeType : o.reason.code))).toEqual([
      'a',
      'damaged_file',
      'b',
      'internal_error',
      'c',
      'internal_error',
      'd',
      'encrypted_pdf',
      'e',
      'damaged_file',
    ]);
  });

  test('are replaced now and then', async () => {
    const sandbox = start();
    const pids: number[] = [];
    for (let n = 0; n < 60; n++) pids.push(await pidOf(sandbox));
    expect(new Set(pids).size).toBe(2);
  });

  test('are replaced when one dies while it waits for work', async () => {
    const sandbox = start();
    const pid = await pidOf(sandbox);
    process.kill(pid, 'SIGKILL');
    await vi.waitFor(() => expect(isRunning(pid)).toBe(false));
    await new Promise((resolve) => setTimeout(resolve, 500));
    await works(sandbox);
  });

  test('are not left behind by stop, which ends what runs and refuses what comes', async () => {
    const sandbox = start({ processes: 2 });
    const idle = await pidOf(sandbox);
    const begun = Promise.withResolvers<number>();
    const calls = [
      sandbox.read(order('spin'), { onPage: (page) => page > 3 && begun.resolve(page) }),
      sandbox.read(order('spin')),
      sandbox.read(order('spin')),
    ];
    const outcomes = Promise.allSettled(calls);
    const busy = await begun.promise;
    await sandbox.stop();
    expect([idle, busy].filter(isRunning)).toEqual([]);
    for (const outcome of await outcomes) expect(outcome).toMatchObject({ reason: { code: 'UNAVAILABLE' } });
    await expect(sandbox.count(order('hello'))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });

  test('end by themselves when the server is killed, even one in an endless loop', async () => {
    const script = fileURLToPath(new URL('./doomed-parent.ts', import.meta.url));
    const parent = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [printed] = await once(parent.stdout, 'data');
    const pids = String(printed).trim().split(' ').map(Number);
    expect(pids.filter(isRunning)).toEqual(pids);
    parent.kill('SIGKILL');
    await vi.waitFor(() => expect(pids.filter(isRunning)).toEqual([]), { timeout: 20_000 });
  });
});
