/**
 * Does one kind of work on one PDF in a process of its own, and prints what it cost as JSON. What has to be loaded is
 * loaded before the clock starts: `pdfium` only asks PDFium for all characters, `rows` reads the statement, `workbook`
 * also writes its workbook.
 */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { openPdf } from '../../src/extraction/pdf/open-pdf.ts';
import { loadPdfium } from '../../src/extraction/pdf/pdfium.ts';
import { readDocument } from '../../src/extraction/read-document.ts';
import { writeExport } from '../../src/workbook/write-export.ts';

const [work = '', path = ''] = process.argv.slice(2);
const bytes = new Uint8Array(readFileSync(path));
await loadPdfium();
const before = process.cpuUsage();
const isProven = await run();
const { user, system } = process.cpuUsage(before);
console.log(
  JSON.stringify({ cpuSeconds: (user + system) / 1e6, peakBytes: process.resourceUsage().maxRSS * 1024, isProven }),
);

async function run(): Promise<boolean | null> {
  if (work === 'pdfium') {
    using pdf = await openPdf(bytes);
    for (let index = 0; index < pdf.pageCount; index++) askForBoxes(pdf, index);
    return null;
  }
  const document = await readDocument(bytes, { maxPages: 1_000 });
  if (work === 'workbook') await writeExport('xlsx', document, { title: 'dense.pdf', createdAt: new Date(0) });
  return document.statements.every((statement) => statement.reconciled === true);
}

/** What a reader of tables cannot do without: the code and the box of each character. */
function askForBoxes({ pdfium, handle }: Awaited<ReturnType<typeof openPdf>>, index: number): void {
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
}
