import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { aSample } from '../support/a-statement.ts';
import { startTestApp } from '../support/test-app.ts';

const { pdf } = aSample('releve-de-compte');

test('the key that signs URLs is replaced while people hold some, and these stay good, unless the operator says no', async () => {
  const server = await startTestApp();
  const rotate = (...args: string[]) =>
    spawnSync(process.execPath, ['src/cli/rotate-storage-key.ts', ...args], {
      env: { PATH: process.env['PATH'], ...server.environment },
      encoding: 'utf8',
    });
  const ada = await server.signIn('ada@example.com');
  const uploadUrl = async () => {
    const { body } = await ada.post('/files/upload-url', { filename: 'statement.pdf' });
    return (body as { upload_url: string }).upload_url;
  };
  const [early, sleepy] = [await uploadUrl(), await uploadUrl()];
  expect(rotate()).toMatchObject({ status: 0, stdout: expect.stringContaining('good until they expire') });
  expect(await ada.put(early, pdf)).toBe(200);
  const late = await uploadUrl();

  expect(rotate('--at-once')).toMatchObject({ status: 0, stdout: expect.stringContaining('are refused') });
  expect([await ada.put(sleepy, pdf), await ada.put(late, pdf)]).toEqual([403, 403]);
  expect(await ada.put(await uploadUrl(), pdf)).toBe(200);
  await server.stop();
});

test('where an S3 store signs, there is no key of ours to replace', () => {
  const env = { PATH: process.env['PATH'], S3_BUCKET: 'statements' };
  const { status, stderr } = spawnSync(process.execPath, ['src/cli/rotate-storage-key.ts'], { env, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('signed by the S3 store') });
});
