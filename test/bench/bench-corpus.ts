import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { rowF1, scoreDocument, shareOfTotals } from '../support/score.ts';
import type { ExpectedDocument, Score } from '../support/score.ts';
import { pdftotextCpuSeconds } from './pdftotext-cpu-seconds.ts';
import { readTimed } from './timed-reading.ts';

/** Reads every PDF that has a truth file beside it and prints how each went. */
export async function benchCorpus(folder: string): Promise<void> {
  const files = (await Array.fromAsync(glob(join(folder, 'pdf', '**', '*.pdf')))).toSorted();
  if (files.length === 0) throw new Error(`no PDF under ${join(folder, 'pdf')}; set CORPUS_DIR`);
  await warmUp(files);

  const scores: Score[] = [];
  let pages = 0;
  let cpuSeconds = 0;
  console.log('expected  found  wrong  reconciled  file');
  for (const file of files) {
    const truth = JSON.parse(readFileSync(file.replace(/\.pdf$/, '.truth.json'), 'utf8')) as ExpectedDocument;
    const reading = await readTimed(readFileSync(file));
    const score = scoreDocument(truth, reading.document);
    const reconciled = reading.document?.statements.map((statement) => String(statement.reconciled)).join(',');
    const note = score.isSilentlyWrong ? '  SILENTLY WRONG' : '';
    console.log(
      `${cell(score.expected, 8)}${cell(score.found, 7)}${cell(score.wrong, 7)}  ${(reconciled ?? reading.failure ?? '').padEnd(10)}  ${basename(file)}${note}`,
    );
    scores.push(score);
    pages += reading.document?.pages ?? 0;
    cpuSeconds += reading.cpuSeconds;
  }

  const perfect = scores.filter(({ wrong }) => wrong === 0).length;
  console.log(`\nwithout a row error  ${perfect} of ${scores.length}`);
  console.log(`silently wrong       ${scores.filter(({ isSilentlyWrong }) => isSilentlyWrong).length}`);
  console.log(`row F1               ${rowF1(scores).toFixed(4)}`);
  console.log(`opening and closing  ${(100 * shareOfTotals(scores)).toFixed(1)} % right`);
  console.log(`pages a CPU-second   ${(pages / cpuSeconds).toFixed(0)} (${pages} pages in ${cpuSeconds.toFixed(3)} s)`);
  const reference = pdftotextCpuSeconds(files);
  if (reference !== null) console.log(`pdftotext -bbox      ${(pages / reference).toFixed(0)} pages a CPU-second`);
}

/** The first documents pay for loading the library and for compiling; they are read twice. */
async function warmUp(files: string[]): Promise<void> {
  for (const file of files) await readTimed(readFileSync(file));
}

function cell(value: number, width: number): string {
  return String(value).padStart(width);
}
