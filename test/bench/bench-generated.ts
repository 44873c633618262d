import { seededRandom } from '../support/random.ts';
import { rowF1, scoreDocument, shareOfTotals } from '../support/score.ts';
import type { Score } from '../support/score.ts';
import type { Axes } from '../support/statements/axes.ts';
import { generateStatement } from '../support/statements/generate-statement.ts';
import { ConfidenceCurve } from './confidence-curve.ts';
import { readTimed } from './timed-reading.ts';

type Case = { seed: number; axes: Axes; score: Score; failure: string | null };

/** Reads generated statements of the seeds `firstSeed`, `firstSeed + 1`, … and prints where reading fails. */
export async function benchGenerated(count: number, firstSeed: number): Promise<void> {
  const cases: Case[] = [];
  const curve = new ConfidenceCurve();
  let pages = 0;
  let cpuSeconds = 0;
  for (let seed = firstSeed; seed < firstSeed + count; seed += 1) {
    const { pdf, truth, axes } = generateStatement(seededRandom(seed));
    const reading = await readTimed(pdf);
    cases.push({ seed, axes, score: scoreDocument(truth, reading.document), failure: reading.failure });
    curve.add(truth, reading.document?.statements ?? []);
    pages += reading.document?.pages ?? 0;
    cpuSeconds += reading.cpuSeconds;
  }
  const seedsWhere = (isListed: (one: Case) => boolean) => cases.filter(isListed).map(({ seed }) => seed);
  const failed = cases.filter((one) => !isPerfect(one));

  console.log(`without a row error     ${percent(cases.length - failed.length, cases.length)} of ${cases.length}`);
  console.log(`row F1                  ${rowF1(cases.map(({ score }) => score)).toFixed(4)}`);
  console.log(`opening and closing     ${percent(shareOfTotals(cases.map(({ score }) => score)), 1)} right`);
  console.log(`silently wrong          ${list(seedsWhere(({ score }) => score.isSilentlyWrong))}`);
  console.log(`contradiction missed    ${list(seedsWhere(({ score }) => score.missesContradiction))}`);
  for (const [failure, seeds] of Map.groupBy(
    failed.filter(({ failure }) => failure !== null),
    ({ failure }) => failure,
  )) {
    console.log(`${String(failure).padEnd(24)}${list(seeds.map(({ seed }) => seed))}`);
  }
  for (const line of curve.lines()) console.log(line);
  console.log(`pages a CPU-second      ${(pages / cpuSeconds).toFixed(0)} (${pages} pages)`);
  printWorstAxes(cases);
}

/** For every value of every axis the share of statements without an error, worst first. */
function printWorstAxes(cases: Case[]): void {
  const byChoice = new Map<string, Case[]>();
  for (const one of cases) {
    for (const [axis, value] of Object.entries(one.axes)) {
      const choice = `${axis}=${value}`;
      byChoice.set(choice, [...(byChoice.get(choice) ?? []), one]);
    }
  }
  const shares = [...byChoice]
    .filter(([, those]) => those.length >= 4)
    .map(([choice, those]) => ({ choice, those, share: those.filter(isPerfect).length / those.length }))
    .filter(({ share }) => share < 1)
    .toSorted((one, other) => one.share - other.share);
  console.log('\nshare without error by axis, worst first (seeds that fail)');
  for (const { choice, those, share } of shares) {
    const seeds = those.filter((one) => !isPerfect(one)).map(({ seed }) => seed);
    console.log(
      `${percent(share, 1).padStart(7)} of ${String(those.length).padStart(4)}  ${choice.padEnd(36)} ${list(seeds)}`,
    );
  }
}

function isPerfect({ score }: Case): boolean {
  return score.wrong === 0;
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}

function list(seeds: number[]): string {
  if (seeds.length === 0) return 'none';
  const shown = seeds.slice(0, 8).join(' ');
  return seeds.length > 8 ? `${shown} and ${seeds.length - 8} more` : shown;
}
