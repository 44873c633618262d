import { afterAll, beforeAll, expect, test } from 'vitest';
import { aSample } from '../support/a-statement.ts';
import type { Client } from '../support/client.ts';
import { type HostileFile, hostileFiles } from '../support/hostile/hostile-files.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ EXTRACTION_MEMORY_BYTES: String(512 * 2 ** 20), EXTRACTION_TIME_MS: '20000' });
});
afterAll(() => app.stop());

/** One of each kind; the sandbox's own tests go through all of them. */
const CHOSEN = [
  'empty.pdf',
  'random.pdf',
  'circular-page-tree.pdf',
  'two-thousand-pages.pdf',
  'decompression-bomb.pdf',
  'encrypted.pdf',
  'letter.pdf',
  'million-pages.pdf',
  'giant.png',
  'bomb.png',
  'many-pages.tiff',
  'zip-bomb.xlsx',
  'lying-zip-bomb.xlsx',
  'bomb.gz',
  'entity-bomb.xml',
  'entity-of-file.xml',
  'deep.xml',
  'deep.ofx',
  'million-columns.csv',
  'endless-row.csv',
  'endless-quote.csv',
];

test('hostile files cost their owners nothing, and everybody else is served meanwhile', async () => {
  const mallory = await app.signIn('mallory@example.com');
  const ada = await app.signIn('ada@example.com');
  const files = (await hostileFiles()).filter(({ name }) => CHOSEN.includes(name));
  expect(files).toHaveLength(CHOSEN.length);

  const attacked = attack(mallory, files);
  const over = attacked.then(() => 'over' as const);
  let served = 0;
  for (;;) {
    const answer = await Promise.race([over, ada.get('/me')]);
    if (answer === 'over') break;
    expect(answer.status).toBe(200);
    served += 1;
  }
  expect(served).toBeGreaterThan(10);
  for (const [name, outcome, expected] of await attacked)
    expect([name, expected]).toEqual([name, expect.arrayContaining([outcome])]);
  expect((await mallory.get('/billing/balance')).body).toEqual({ credits: 10, reserved: 0 });
  expect((await mallory.get('/usage/')).body).toEqual([]);

  const { id } = await ada.upload(aSample('releve-de-compte').pdf);
  await ada.post(`/files/${id}/process`);
  expect(await ada.finished(id)).toMatchObject({ status: 'completed' });
}, 300_000);

/** Uploads and processes each; answers with what became of it beside what may. */
async function attack(mallory: Client, files: HostileFile[]): Promise<[string, string, readonly string[]][]> {
  const outcomes: [string, string, readonly string[]][] = [];
  for (const { name, bytes, expectedCodes } of files) {
    const { id } = await mallory.upload(bytes, name);
    const { status } = await mallory.post(`/files/${id}/process`);
    const outcome =
      status === 415 ? 'unsupported_format' : ((await mallory.finished(id)).processed_data.error?.code ?? 'none');
    outcomes.push([name, outcome, expectedCodes]);
  }
  return outcomes;
}
