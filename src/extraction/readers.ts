import { countPdfPages } from './pdf/count-pdf-pages.ts';
import { readPdf } from './pdf/read-pdf.ts';
import type { Reader } from './reader.ts';
import type { DetectedFormat } from './sniff.ts';

/** Who reads what. A format without a reader is recognised and refused. */
export const readers: Partial<Record<DetectedFormat['format'], Reader>> = {
  pdf: { countPages: countPdfPages, read: readPdf },
};
