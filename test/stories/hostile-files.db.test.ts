import { afterAll, beforeAll, expect, test } from 'vitest';
import { hostileFiles } from '../support/hostile/hostile-files.ts';
import { aSample } from '../support/a-statement.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ EXTRACTION_MEMORY_BYTES: String(512 * 2 ** 20), EXTRACTION_TIME_MS: '20000' });
});
afterAll(() => app.stop());

test(
  'hostile files cost their owners nothing, and everybody else is served meanwhile',
  { timeout: 300_000 },
  async () => {
    const mallory = await app.signIn('mallory@example.com');
    const ada = await app.signIn('ada@example.com');
    const files = await hostileFiles();

    const attack = async () => {
      for (const { name, bytes, expectedCodes } of files) {
        const { id } = await mallory.upload(bytes, name);
        const { status } = await mallory.post(`/files/${id}/process`);
        if (status === 415) {
          expect([name, expectedCodes]).toEqual([name, expect.arrayContaining(['unsupported_format'])]);
          continue;
        }
        expect([name, status]).toEqual([name, 200]);
        const file = await mallory.finished(id);
        expect([name, file.status, expectedCodes]).toEqual([
          name,
          'error',
          expect.arrayContaining([file.processed_data.error?.code]),
        ]);
        expect(file.processed_data.error?.message).toMatch(/\w+ \w+/);
      }
    };
    let over = false;
    const attacked = attack().finally(() => {
      over = true;
    });

    let served = 0;
    while (!over) {
      expect((await ada.get('/me')).status).toBe(200);
      served += 1;
    }
    await attacked;
    expect(served).toBeGreaterThan(10);
    expect((await mallory.get('/billing/balance')).body).toEqual({ credits: 10, reserved: 0 });
    expect((await mallory.get('/usage/')).body).toEqual([]);

    const { id } = await ada.upload(aSample('releve-de-compte').pdf);
    await ada.post(`/files/${id}/process`);
    expect(await ada.finished(id)).toMatchObject({ status: 'completed' });
  },
);
