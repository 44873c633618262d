import { availableParallelism } from 'node:os';
import { openPdf } from '../../src/extraction/pdf/open-pdf.ts';
import { renderPage } from '../../src/extraction/pdf/render-page.ts';
import { readDocument } from '../../src/extraction/read-document.ts';
import { seededRandom } from '../support/random.ts';
import { generateStatement } from '../support/statements/generate-statement.ts';
import { joinPdfs } from '../support/statements/scan/join-pdfs.ts';
import { scannedPage } from '../support/statements/scan/scanned-page.ts';

const PIXELS_PER_POINT = 200 / 72;

/** One scan of several pages, read by one thread after the other and by several at once: how much sooner it is done. */
export async function benchScanThreads(): Promise<void> {
  const bytes = await scanOf(100);
  let alone: { seconds: number; rows: string } | null = null;
  for (let threads = 1; threads <= availableParallelism(); threads++) {
    const before = { at: performance.now(), cpu: process.cpuUsage() };
    const { pages, statements } = await readDocument(bytes, { maxPages: 100, scanThreads: threads });
    const seconds = (performance.now() - before.at) / 1000;
    const { user, system } = process.cpuUsage(before.cpu);
    const rows = JSON.stringify(statements);
    alone ??= { seconds, rows };
    const verdict = rows === alone.rows ? 'the same rows' : 'OTHER ROWS';
    console.log(
      `${pages} pages, ${threads} ${threads === 1 ? 'thread ' : 'threads'}: ${seconds.toFixed(1)} s ` +
        `(${(alone.seconds / seconds).toFixed(2)}x), ${((user + system) / 1e6).toFixed(1)} CPU-s, ` +
        verdict,
    );
  }
}

async function scanOf(entries: number): Promise<Uint8Array> {
  const { pdf } = generateStatement(seededRandom(3), { axes: { language: 'british', flow: 'one-column' }, entries });
  using statement = await openPdf(pdf);
  const pages = Array.from({ length: statement.pageCount }, (_, index) => {
    const size = { pixelsPerPoint: PIXELS_PER_POINT, maxPixels: 20_000_000 };
    return { pdf: scannedPage(renderPage(statement, index, size).image, PIXELS_PER_POINT, []), page: 1 };
  });
  return await joinPdfs(pages);
}
