import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { ExtractionError } from '../../../src/extraction/extraction-error.ts';
import { createSandbox } from '../../../src/extraction/sandbox/sandbox.ts';
import { soundJpeg, soundPng, soundTiff } from '../../support/hostile/hostile-pictures.ts';

const samples = ['statement', 'credit-card', 'kontoauszug', 'two-accounts'].map((name) =>
  readFileSync(new URL(`../../../samples/${name}.pdf`, import.meta.url)),
);
const sandbox = createSandbox({ processes: 1, timeLimitMs: 10_000, memoryLimitBytes: 512 * 1024 ** 2, maxPages: 50 });
afterAll(() => sandbox.stop());

/** What happens to files on their way: bytes change, the end is missing, a part comes twice or not at all. */
type Damage = (bytes: Uint8Array) => Uint8Array;

const place = fc.double({ min: 0, max: 1, noNaN: true });
const damages: fc.Arbitrary<Damage> = fc.oneof(
  fc
    .array(fc.tuple(place, fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 30 })
    .map((changes): Damage => (bytes) => {
      const changed = Uint8Array.from(bytes);
      for (const [at, value] of changes) changed[Math.floor(at * (bytes.length - 1))] = value;
      return changed;
    }),
  place.map(
    (share): Damage =>
      (bytes) =>
        bytes.slice(0, Math.ceil(share * bytes.length)),
  ),
  fc.tuple(place, place, place).map(([from, to, target]): Damage => (bytes) => {
    const [a = 0, b = 0] = [from, to].map((share) => Math.floor(share * bytes.length)).toSorted((x, y) => x - y);
    const at = Math.floor(target * bytes.length);
    return Buffer.concat([bytes.slice(0, at), bytes.slice(a, b), bytes.slice(target < 0.5 ? at : b)]);
  }),
  // Numbers are lengths, counts, offsets and references: other numbers lead elsewhere.
  fc.tuple(place, fc.constantFrom('0', '9', '-1', '99999999999')).map(([at, digits]): Damage => (bytes) => {
    const text = Buffer.from(bytes).toString('latin1');
    const numbers = [...text.matchAll(/\d+/g)];
    const number = numbers[Math.floor(at * (numbers.length - 1))];
    if (number === undefined) return bytes;
    const rest = text.slice(number.index + number[0].length);
    return Buffer.from(text.slice(0, number.index) + digits + rest, 'latin1');
  }),
);

const pictures = [soundPng(), soundJpeg(), soundTiff()];

describe.each([
  { what: 'document', sound: samples, runs: 16 },
  { what: 'picture', sound: pictures, runs: 24 },
])('a damaged $what', ({ sound: files, runs }) => {
  it(
    'is read as far as it goes, or refused with a sentence, and the next one is read',
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom<Uint8Array>(...files),
          fc.array(damages, { minLength: 1, maxLength: 3 }),
          async (pdf, all) => {
            const damaged = all.reduce<Uint8Array>((bytes, damage) => damage(bytes), pdf);
            try {
              const { statements } = await sandbox.read(damaged);
              expect(statements.length).toBeGreaterThan(0);
            } catch (error) {
              if (!(error instanceof ExtractionError)) throw error;
              expect(error.message).toMatch(/^[A-Z].{20,}\.$/s);
              expect(error.code).not.toBe('internal_error');
            }
          },
        ),
        // The same files each time: what fails here has to fail again.
        { seed: 20_261_124, numRuns: runs, endOnFailure: true },
      );
      const [sound = new Uint8Array()] = samples;
      expect((await sandbox.read(sound)).statements[0]?.reconciled).toBe(true);
    },
  );
});
