/**
 * How well and how fast statements are read.
 *
 *   npm run bench:extraction                                   the documents under CORPUS_DIR
 *   npm run bench:extraction -- --generated 500 --seed 1       statements nobody has seen, with the worst axes
 *   npm run bench:extraction -- --scans 50 --seed 1            the same, printed and scanned
 *   npm run bench:extraction -- --threads                      one scan of many pages, by one thread and by several
 *   npm run bench:extraction -- --printed 5 --seed 1           statements laid out as banks do, printed by a browser
 *   npm run bench:extraction -- --photos 20 --seed 1           the same, photographed on a table from one side
 *   npm run bench:extraction -- --show 42                      one of them, written to a folder to look at
 *   npm run bench:extraction -- --long                         one statement of about 500 pages
 *   npm run bench:extraction -- --dense                        pages full of rows: PDFium alone, rows, workbook, memory
 */
import { parseArgs } from 'node:util';
import { benchCorpus } from './bench-corpus.ts';
import { benchFormats } from './bench-formats.ts';
import { benchDense } from './bench-dense.ts';
import { benchGenerated } from './bench-generated.ts';
import { benchScanThreads } from './bench-scan-threads.ts';
import { benchScans } from './bench-scans.ts';
import { benchPrinted } from './bench-printed.ts';
import { benchLong } from './bench-long.ts';
import { showGenerated } from './show-generated.ts';

const { values } = parseArgs({
  options: {
    generated: { type: 'string' },
    seed: { type: 'string', default: '1' },
    scans: { type: 'string' },
    photos: { type: 'string' },
    printed: { type: 'string' },
    threads: { type: 'boolean', default: false },
    show: { type: 'string' },
    dense: { type: 'boolean', default: false },
    long: { type: 'boolean', default: false },
  },
});

if (values.show !== undefined) await showGenerated(Number(values.show));
else if (values.scans !== undefined) await benchScans(Number(values.scans), Number(values.seed));
else if (values.printed !== undefined) await benchPrinted(Number(values.printed), Number(values.seed));
else if (values.photos !== undefined) await benchScans(Number(values.photos), Number(values.seed), { isPhoto: true });
else if (values.generated !== undefined) await benchGenerated(Number(values.generated), Number(values.seed));
else if (values.threads) await benchScanThreads();
else if (values.dense) await benchDense();
else if (values.long) await benchLong();
else {
  const corpus = process.env.CORPUS_DIR ?? '../shared/corpus';
  await benchCorpus(corpus);
  await benchFormats(corpus);
}
