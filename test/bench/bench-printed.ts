import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { ExtractedDocument } from '../../src/extraction/statement.ts';
import { findChromium } from '../browser/chromium.ts';
import { faultsOfReading, identityOf } from '../support/printed-statements/faults-of-reading.ts';
import { LAYOUTS, WITH_FURTHER_FONTS } from '../support/printed-statements/layouts/index.ts';
import { printSheet } from '../support/printed-statements/print-sheet.ts';
import type { Truth } from '../support/printed-statements/sheet.ts';
import { seededRandom } from '../support/random.ts';
import { scoreDocument, type Score } from '../support/score.ts';
import { readTimed } from './timed-reading.ts';

/** Has a browser print each layout so many times, with other entries each time, and prints what is read wrong. */
export async function benchPrinted(count: number, firstSeed: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'excellent-banking-printed-'));
  const { path, environment } = await findChromium(folder);
  const browser = await chromium.launch({
    executablePath: path,
    env: { ...process.env, ...environment },
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage();
    const scores: Score[] = [];
    const named: boolean[] = [];
    for (const [name, layout] of Object.entries({ ...LAYOUTS, ...WITH_FURTHER_FONTS })) {
      for (let seed = firstSeed; seed < firstSeed + count; seed += 1) {
        const sheet = layout(seededRandom(seed).named(name));
        const { document, failure } = await readTimed(await printSheet(page, sheet));
        scores.push(scoreDocument(sheet.truth, document));
        named.push(...namesFound(sheet.truth, document));
        const faults = [...(failure === null ? [] : [failure]), ...faultsOfReading(sheet.truth, document)];
        if (faults.length > 0) console.log(`${`${name} ${seed}`.padEnd(28)}${faults.join('; ')}`);
      }
    }
    const perfect = scores.filter(({ wrong }) => wrong === 0).length;
    console.log(`without a row error     ${perfect} of ${scores.length}`);
    console.log(`silently wrong          ${scores.filter(({ isSilentlyWrong }) => isSilentlyWrong).length}`);
    console.log(`names and periods found ${named.filter(Boolean).length} of ${named.length}`);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** For each account, holder, currency and day of a period that is printed, whether it was found. */
function namesFound(truth: Truth, document: ExtractedDocument | null): boolean[] {
  return truth.statements.flatMap((own, at) => {
    const found = document?.statements[at];
    if (found === undefined) return [];
    return identityOf(own, found).flatMap(([, value, right]) => (right === null ? [] : [value !== null]));
  });
}
