/**
 * Does one kind of work on the PDF that comes on the standard input, in a process of its own, and prints what it cost as
 * JSON. What has to be loaded is loaded before the clock starts: `pdfium` only asks PDFium for all characters, `rows`
 * reads the statement.
 */
import { buffer } from 'node:stream/consumers';
import process from 'node:process';
import { openPdf } from '../../src/extraction/pdf/open-pdf.ts';
import { loadPdfium } from '../../src/extraction/pdf/pdfium.ts';
import { readDocument } from '../../src/extraction/read-document.ts';

const [work = ''] = process.argv.slice(2);
const bytes = new Uint8Array(await buffer(process.stdin));
await loadPdfium();
const before = process.cpuUsage();
const result = await run();
const { user, system } = process.cpuUsage(before);
const cost = { cpuSeconds: (user + system) / 1e6, peakBytes: process.resourceUsage().maxRSS * 1024 };
console.log(JSON.stringify({ ...cost, ...result }));

type Result = { pages: number; characters: number; isProven: boolean | null };

async function run(): Promise<Result> {
  if (work === 'pdfium') {
    using pdf = await openPdf(bytes);
    let characters = 0;
    for (let index = 0; index < pdf.pageCount; index++) characters += askForBoxes(pdf, index);
    return { pages: pdf.pageCount, characters, isProven: null };
  }
  const document = await readDocument(bytes, { maxPages: 1_000 });
  const { pages, characters, statements } = document;
  return { pages, characters, isProven: statements.every((statement) => statement.reconciled === true) };
}

/** What a reader of tables cannot do without: the code and the box of each character. */
function askForBoxes({ pdfium, handle }: Awaited<ReturnType<typeof openPdf>>, index: number): number {
  const page = pdfium.FPDF_LoadPage(handle, index);
  const text = pdfium.FPDFText_LoadPage(page);
  const rectangle = pdfium.malloc(16);
  const count = pdfium.FPDFText_CountChars(text);
  for (let at = 0; at < count; at++) {
    pdfium.FPDFText_GetUnicode(text, at);
    pdfium.FPDFText_GetLooseCharBox(text, at, rectangle);
  }
  pdfium.free(rectangle);
  pdfium.FPDFText_ClosePage(text);
  pdfium.FPDF_ClosePage(page);
  return count;
}
