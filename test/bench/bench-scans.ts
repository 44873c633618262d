import { seededRandom } from '../support/random.ts';
import { rowF1, scoreDocument, type Score } from '../support/score.ts';
import { generateScan, type GeneratedScan } from '../support/statements/scan/generate-scan.ts';
import { readTimed } from './timed-reading.ts';

type Case = GeneratedScan & { seed: number; score: Score; failure: string | null; cpuSeconds: number };

/** Reads generated scans of the seeds `firstSeed`, `firstSeed + 1`, … and prints what came of each. */
export async function benchScans(count: number, firstSeed: number): Promise<void> {
  const cases: Case[] = [];
  for (let seed = firstSeed; seed < firstSeed + count; seed += 1) {
    const scan = await generateScan(seededRandom(seed));
    const reading = await readTimed(scan.bytes);
    const score = scoreDocument(scan.truth, reading.document);
    cases.push({ ...scan, seed, score, failure: reading.failure, cpuSeconds: reading.cpuSeconds });
    const { right, expected, wrong, isSilentlyWrong } = score;
    const verdicts = reading.document?.statements.map(({ reconciled }) => reconciled) ?? [];
    console.log(
      `${seed} ${wrong === 0 ? 'ok   ' : 'wrong'} ${right}/${expected} rows, ${wrong} wrong, ${verdicts.join(' ')} ` +
        `${isSilentlyWrong ? 'SILENTLY WRONG ' : ''}${reading.failure ?? ''} ${scan.axes.language} ` +
        `${Object.values(scan.scan).join(' ')} ${(reading.cpuSeconds / scan.pages).toFixed(1)} s a page`,
    );
  }
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  const perfect = cases.filter(({ score }) => score.wrong === 0).length;
  const seedsWhere = (isListed: (one: Case) => boolean) =>
    cases
      .filter(isListed)
      .map(({ seed }) => seed)
      .join(' ') || 'none';
  console.log(`without a row error     ${((100 * perfect) / cases.length).toFixed(1)} % of ${cases.length}`);
  console.log(`row F1                  ${rowF1(cases.map(({ score }) => score)).toFixed(4)}`);
  console.log(`silently wrong          ${seedsWhere(({ score }) => score.isSilentlyWrong)}`);
  console.log(`contradiction missed    ${seedsWhere(({ score }) => score.missesContradiction)}`);
  const pages = sum(cases.map((one) => one.pages));
  const seconds = sum(cases.map((one) => one.cpuSeconds));
  console.log(`CPU seconds a page      ${(seconds / pages).toFixed(2)} (${pages} pages)`);
}
