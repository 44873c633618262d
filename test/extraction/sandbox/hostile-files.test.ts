import { afterAll, describe, expect, test } from 'vitest';
import { ExtractionError } from '../../../src/extraction/extraction-error.ts';
import { createSandbox } from '../../../src/extraction/sandbox/sandbox.ts';
import { hostileFiles, hostilePassword } from '../../support/hostile/hostile-files.ts';

const files = await hostileFiles();
const sandbox = createSandbox({ processes: 1, timeLimitMs: 60_000, memoryLimitBytes: 512 * 1024 ** 2, maxPages: 500 });
afterAll(() => sandbox.stop());

const bytesOf = (name: string) => files.find((file) => file.name === name)?.bytes ?? expect.fail(`No file ${name}`);
const codeOf = async (reading: Promise<unknown>): Promise<string> => {
  try {
    await reading;
    return 'read';
  } catch (error) {
    if (error instanceof ExtractionError) return error.code;
    throw error;
  }
};

describe('the sandbox', () => {
  test.each(files)('answers $name as it should, and goes on', async ({ bytes, expectedCodes }) => {
    expect(expectedCodes).toContain(await codeOf(sandbox.read(bytes)));
    expect((await sandbox.count(bytesOf('letter.pdf'))).pages).toBe(1);
  });

  test.each(['circular-page-tree.pdf', 'million-pages.pdf', 'endless-xref.pdf', 'deep-nesting.pdf'])(
    'counts the pages of %s or says why it cannot, and goes on',
    async (name) => {
      const possible = ['read', 'damaged_file', 'too_many_pages'];
      expect(possible).toContain(await codeOf(sandbox.count(bytesOf(name))));
      expect((await sandbox.count(bytesOf('letter.pdf'))).pages).toBe(1);
    },
  );

  test.each(['encrypted.pdf', 'encrypted-aes.pdf'])('opens %s with its password and no other', async (name) => {
    expect((await sandbox.count(bytesOf(name), { password: hostilePassword })).pages).toBeGreaterThan(0);
    expect(await codeOf(sandbox.count(bytesOf(name), { password: 'wrong' }))).toBe('encrypted_pdf');
  });
});
