import { PdfDocument } from './statements/pdf/pdf-document.ts';

const SIZE = 9;
const LEADING = 13;
/** Courier's characters are this wide, in shares of their size. */
const ADVANCE = 0.6;

/** A PDF of one page that says this, in the columns in which it is written here. */
export function typewriterPdf(text: string): Uint8Array {
  const pdf = new PdfDocument({ script: 'simplified', emission: 'lines' });
  const page = pdf.addPage(595, 842);
  text
    .trim()
    .split('\n')
    .forEach((line, at) => {
      for (const { 0: words, index } of line.matchAll(/\S+(?: \S+)*/g)) {
        page.text(40 + index * ADVANCE * SIZE, 60 + at * LEADING, words, { font: 'mono', size: SIZE });
      }
    });
  return pdf.toBytes();
}
