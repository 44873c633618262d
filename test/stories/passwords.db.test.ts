import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../support/client.ts';
import { type Cipher, encryptedPdf } from '../support/hostile/encrypted-pdf.ts';
import { openHouse } from '../support/open-house.ts';
import type { TestApp } from '../support/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openHouse();
});
afterAll(() => app.stop());

const PASSWORD = 'canary-Zürich-4711';
let owners = 0;

async function lockedFile(cipher: Cipher, password: string | null = PASSWORD): Promise<{ ada: Client; id: number }> {
  const ada = await app.signIn(`ada-${(owners += 1)}@example.com`);
  const { id } = await ada.upload(await encryptedPdf(password, cipher), 'locked.pdf');
  return { ada, id };
}

test.each(['rc4', 'aes128', 'aes'] as const)('a statement locked with %s opens with its password', async (cipher) => {
  const { ada, id } = await lockedFile(cipher);
  await ada.post(`/files/${id}/process`);
  const locked = await ada.finished(id);
  expect(locked).toMatchObject({ status: 'error', credits_consumed: 0 });
  expect(locked.processed_data.error).toEqual({
    code: 'encrypted_pdf',
    message: expect.stringMatching(/protected by a password.*Process it again with its password/),
  });

  await ada.post(`/files/${id}/process`, { password: 'a guess' });
  const guessed = await ada.finished(id);
  expect(guessed.processed_data.error).toEqual({
    code: 'encrypted_pdf',
    message: expect.stringMatching(/^The password does not open this PDF/),
  });
  expect((await ada.get('/billing/balance')).body).toEqual({ credits: 10, reserved: 0 });

  const { status } = await ada.post(`/files/${id}/process`, { password: PASSWORD });
  expect(status).toBe(200);
  expect(await ada.finished(id)).toMatchObject({ status: 'completed', credits_consumed: 1 });
  const { body } = await ada.get(`/files/${id}`);
  expect(body).toMatchObject({ processed_data: { statements: [{ reconciled: true, closing_balance: '900.00' }] } });
});

test('what is only protected against changes needs no password, and one that is given does no harm', async () => {
  const { ada, id } = await lockedFile('aes', null);
  await ada.post(`/files/${id}/process`);
  expect(await ada.finished(id)).toMatchObject({ status: 'completed' });
  await ada.post(`/files/${id}/process?force=true`, { password: PASSWORD });
  expect(await ada.finished(id)).toMatchObject({ status: 'completed' });
});

test('a password that is no text is refused without being repeated', async () => {
  const { ada, id } = await lockedFile('aes');
  for (const body of [{ password: 31_337_000 }, ['31337000'], '31337000']) {
    const refused = await ada.post(`/files/${id}/process`, body);
    expect(refused.status).toBe(422);
    expect(JSON.stringify(refused.body)).not.toContain('31337000');
  }
});

test('no password is left anywhere, and no copy that could be read without it', async () => {
  const { ada, id } = await lockedFile('aes');
  await ada.post(`/files/${id}/process`, { password: `${PASSWORD}?` });
  await ada.finished(id);
  await ada.post(`/files/${id}/process`, { password: PASSWORD });
  expect(await ada.finished(id)).toMatchObject({ status: 'completed' });
  const mutation = 'mutation ($id: ID!, $p: String) { processFile(id: $id, password: $p, force: true) { status } }';
  await ada.graphql(mutation, { id, p: PASSWORD });
  expect(await ada.finished(id)).toMatchObject({ status: 'completed' });

  const files = () =>
    app.folders
      .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile());
  // The copy goes when the run is over, a moment after its owner hears of that.
  const copies = () => files().filter(({ name }) => name.startsWith('unlocked'));
  await expect.poll(copies, { timeout: 20_000 }).toEqual([]);
  const texts = files().map(({ parentPath, name }) => readFileSync(join(parentPath, name)).toString('utf8'));
  expect(texts.length).toBeGreaterThan(2);
  const rows = await everyRow();
  expect(rows).toContain('clear-unlocked');
  const metrics = await fetch(`${app.url}/metrics`).then((answer) => answer.text());
  for (const text of [...texts, rows, app.logged(), metrics]) expect(text.includes('canary')).toBe(false);
});

/** Everything that the database holds, as one text. */
async function everyRow(): Promise<string> {
  const { orm, location } = app.database;
  const tables = new Set([...orm.getMetadata().getAll().values()].map(({ tableName }) => tableName));
  if (location.engine === 'postgresql') tables.add('pgboss.job');
  const rows = [];
  for (const table of tables) rows.push(await orm.em.fork().getConnection().execute(`select * from ${table}`));
  return JSON.stringify(rows);
}
