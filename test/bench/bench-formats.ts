import { existsSync, readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type ExpectedDocument, rowF1, type Score, scoreDocument, shareOfTotals } from '../support/score.ts';
import { readTimed } from './timed-reading.ts';

/** Reads every file for machines and prints, format by format, how those went that have an expected reading beside them. */
export async function benchFormats(folder: string): Promise<void> {
  const files = (
    await Array.fromAsync(glob(join(folder, 'formats', '*', '*.{sta,xml,ofx,qfx,qif,csv,xlsx,bai}')))
  ).toSorted();
  const byFormat = Map.groupBy(files, (file) => basename(dirname(file)));
  console.log('\nfiles for machines');
  console.log(
    'format  scored  without a row error  silently wrong  row F1  opening and closing  others: read, refused',
  );
  for (const [format, own] of byFormat) {
    const scores: Score[] = [];
    const wrong: string[] = [];
    const crashed: string[] = [];
    let read = 0;
    let refused = 0;
    for (const file of own) {
      const { document, failure } = await readTimed(readFileSync(file));
      if (failure?.startsWith('crash') === true) crashed.push(`${basename(file)} (${failure})`);
      const truth = truthOf(file);
      if (truth === null) {
        if (document === null) refused += 1;
        else read += 1;
        continue;
      }
      const score = scoreDocument(truth, document);
      scores.push(score);
      if (score.wrong > 0) wrong.push(basename(file));
    }
    const perfect = `${scores.length - wrong.length} of ${scores.length}`;
    const silent = scores.filter(({ isSilentlyWrong }) => isSilentlyWrong).length;
    const totals = scores.some(({ expectedTotals }) => expectedTotals > 0)
      ? `${(100 * shareOfTotals(scores)).toFixed(1)} %`
      : '–';
    const cells = [
      format.padEnd(6),
      String(scores.length).padStart(6),
      perfect.padStart(19),
      String(silent).padStart(14),
    ];
    console.log([...cells, rowF1(scores).toFixed(4), totals.padStart(19), `${read}, ${refused}`].join('  '));
    if (wrong.length > 0) console.log(`        wrong: ${wrong.join(', ')}`);
    if (crashed.length > 0) console.log(`        crashed: ${crashed.join(', ')}`);
  }
}

function truthOf(file: string): ExpectedDocument | null {
  const path = file.replace(/\.\w+$/, '.expected.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as ExpectedDocument) : null;
}
