import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let dataDir: string;
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'excellent-banking-tools-'));
});
afterAll(() => rmSync(dataDir, { recursive: true }));

const run = (tool: string, ...words: string[]) =>
  new Promise<{ code: number; stdout: string; stderr: string }>((done) => {
    const env = { PATH: process.env['PATH'], DATA_DIR: dataDir };
    const child = execFile(process.execPath, [resolve(`src/cli/${tool}.ts`), ...words], { env }, (_, stdout, stderr) =>
      done({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });

describe.each(['backup', 'events', 'migrate', 'move', 'move-objects', 'rotate-storage-key', 'token'])('%s', (tool) => {
  test.concurrent('--help says how it is called and touches nothing', async ({ expect }) => {
    expect(await run(tool, '--help')).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^Usage: npm run /),
      stderr: '',
    });
  });

  test.concurrent.for([
    ['--forward', "Unknown option '--forward'"],
    ['too many words', 'too many words'],
  ])('a call with %s is refused with how it is called, and touches nothing', async ([words], { expect }) => {
    const refused = {
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^(Nothing was moved\. |Not all objects were moved\. )?[A-Z-].+\nUsage: npm run /),
    };
    expect(await run(tool, ...String(words).split(' '))).toEqual(refused);
  });
});

test('none of these calls has left anything', () => {
  expect(readdirSync(dataDir)).toEqual([]);
});
