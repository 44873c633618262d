import { Buffer } from 'node:buffer';
import { expect, it } from 'vitest';
import { openPdf } from '../../../src/extraction/pdf/open-pdf.ts';
import { readCharacters } from '../../../src/extraction/pdf/read-characters.ts';
import { readLines } from '../../../src/extraction/layout/read-lines.ts';
import { PdfObjects } from '../../support/statements/pdf/pdf-objects.ts';

const HELVETICA = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';

/** A page of these operators, with fields of a form where they are given: their place from the bottom left, and what they say. */
function page(operators: string, fields: { x: number; y: number; says: string }[] = []): Uint8Array {
  const objects = new PdfObjects();
  const [catalog, tree] = [objects.reserve(), objects.reserve()];
  const font = `<< /Font << /F1 ${objects.add(HELVETICA)} 0 R >> >>`;
  const widgets = fields.map(({ x, y, says }) => {
    const look = objects.addStream(
      Buffer.from(`/Tx BMC BT /F1 9 Tf 2 3 Td (${says}) Tj ET EMC`),
      `/Type /XObject /Subtype /Form /BBox [0 0 90 14] /Resources ${font}`,
    );
    const place = `/Rect [${x} ${y} ${x + 90} ${y + 14}] /F 4`;
    return objects.add(`<< /Type /Annot /Subtype /Widget /FT /Tx /T (${says}) ${place} /AP << /N ${look} 0 R >> >>`);
  });
  const annotations = `/Annots [${widgets.map((widget) => `${widget} 0 R`).join(' ')}]`;
  const content = objects.addStream(Buffer.from(operators));
  const own = `/MediaBox [0 0 595 842] /Resources ${font} /Contents ${content} 0 R ${annotations}`;
  const kid = objects.add(`<< /Type /Page /Parent ${tree} 0 R ${own} >>`);
  objects.set(tree, `<< /Type /Pages /Count 1 /Kids [${kid} 0 R] >>`);
  objects.set(catalog, `<< /Type /Catalog /Pages ${tree} 0 R >>`);
  return objects.toBytes(catalog);
}

async function linesOf(pdf: Uint8Array): Promise<string[]> {
  using open = await openPdf(pdf);
  return readLines(readCharacters(open, 0)).map(({ words }) => words.map(({ text }) => text).join(' '));
}

it('letters of a negative size, turned back by their matrix, stand upright', async () => {
  const lines = 'BT /F1 -9 Tf -1 0 0 -1 40 700 Tm (Opening balance) Tj -1 0 0 -1 400 700 Tm (1,200.00) Tj ET';
  expect(await linesOf(page(lines))).toEqual(['Opening balance 1,200.00']);
});

it('what the fields of a form say is part of the page', async () => {
  const label = 'BT /F1 9 Tf 40 700 Td (Opening balance) Tj ET';
  expect(await linesOf(page(label, [{ x: 398, y: 697, says: '1,200.00' }]))).toEqual(['Opening balance 1,200.00']);
});
