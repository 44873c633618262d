import { seededRandom } from '../support/random.ts';
import { rowF1, scoreDocument, type Score } from '../support/score.ts';
import { generateScan, type GeneratedScan } from '../support/statements/scan/generate-scan.ts';
import { readTimed, timed } from './timed-reading.ts';
import { readWithTesseractAlone } from './tesseract-alone.ts';

type Outcome = { score: Score; cpuSeconds: number };
type Case = GeneratedScan & { seed: number; ours: Outcome; alone: Outcome };

/** A telephone takes one picture of one page. */
const PHOTO = { isPhoto: true, scan: { container: 'jpeg' } } as const;

/**
 * Reads generated scans of the seeds `firstSeed`, `firstSeed + 1`, … and prints what came of each, ours beside what the
 * same reader makes of the words of Tesseract alone.
 */
export async function benchScans(count: number, firstSeed: number, { isPhoto = false } = {}): Promise<void> {
  const cases: Case[] = [];
  for (let seed = firstSeed; seed < firstSeed + count; seed += 1) {
    const scan = await generateScan(seededRandom(seed), isPhoto ? PHOTO : {});
    const reading = await readTimed(scan.bytes);
    const ours = { score: scoreDocument(scan.truth, reading.document), cpuSeconds: reading.cpuSeconds };
    const other = await timed(() => readWithTesseractAlone(scan.bytes, scan.axes.language));
    const alone = { score: scoreDocument(scan.truth, other.result), cpuSeconds: other.cpuSeconds };
    cases.push({ ...scan, seed, ours, alone });
    const { right, expected, wrong, isSilentlyWrong } = ours.score;
    const verdicts = reading.document?.statements.map(({ reconciled }) => reconciled) ?? [];
    console.log(
      `${seed} ${wrong === 0 ? 'ok   ' : 'wrong'} ${right}/${expected} rows, ${wrong} wrong ` +
        `(Tesseract alone ${alone.score.wrong}), ${verdicts.join(' ')} ` +
        `${isSilentlyWrong ? 'SILENTLY WRONG ' : ''}${reading.failure ?? ''} ${scan.axes.language} ` +
        `${Object.values(scan.scan).join(' ')} ${(reading.cpuSeconds / scan.pages).toFixed(1)} s a page`,
    );
  }
  const pages = cases.reduce((sum, one) => sum + one.pages, 0);
  console.log(`\n${''.padEnd(24)}${'ours'.padEnd(28)}Tesseract alone`);
  const print = (name: string, figure: (outcomes: { seed: number; outcome: Outcome }[]) => string) => {
    const column = (whose: 'ours' | 'alone') => figure(cases.map((one) => ({ seed: one.seed, outcome: one[whose] })));
    console.log(`${name.padEnd(24)}${column('ours').padEnd(28)}${column('alone')}`);
  };
  const seedsWhere =
    (isListed: (score: Score) => boolean) =>
    (those: { seed: number; outcome: Outcome }[]): string =>
      those.flatMap(({ seed, outcome }) => (isListed(outcome.score) ? [seed] : [])).join(' ') || 'none';
  print('without a row error', (those) => {
    const perfect = those.filter(({ outcome }) => outcome.score.wrong === 0).length;
    return `${((100 * perfect) / those.length).toFixed(1)} % of ${those.length}`;
  });
  print('row F1', (those) => rowF1(those.map(({ outcome }) => outcome.score)).toFixed(4));
  print(
    'silently wrong',
    seedsWhere(({ isSilentlyWrong }) => isSilentlyWrong),
  );
  print(
    'contradiction missed',
    seedsWhere(({ missesContradiction }) => missesContradiction),
  );
  print('CPU seconds a page', (those) => {
    const seconds = those.reduce((sum, { outcome }) => sum + outcome.cpuSeconds, 0);
    return `${(seconds / pages).toFixed(2)} (${pages} pages)`;
  });
}
