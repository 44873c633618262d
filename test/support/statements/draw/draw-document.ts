import type { Random } from '../../random.ts';
import type { Block } from '../blocks.ts';
import type { ComposedStatement } from '../families/compose-family.ts';
import type { Layout } from '../layout.ts';
import { textWidth } from '../pdf/fonts.ts';
import { PdfDocument } from '../pdf/pdf-document.ts';
import { drawFacts } from './draw-facts.ts';
import { drawTable } from './draw-table.ts';
import { furnishPage, numberPages } from './page-furniture.ts';
import { PageFlow } from './page-flow.ts';
import { wrapText } from './wrap-text.ts';

/** Puts the blocks on pages between letterheads and footers. */
export function drawDocument(
  blocks: readonly Block[],
  statements: readonly ComposedStatement[],
  layout: Layout,
  random: Random,
): Uint8Array {
  const document = new PdfDocument({
    script: layout.pack.script ?? 'simplified',
    emission: layout.axes.emission,
    box: layout.axes.pageBox,
    compressed: layout.axes.compression === 'deflate',
  });
  const furnish = furnishPage(statements, layout, random);
  const flow = new PageFlow(document, layout, furnish);
  for (const block of blocks) drawBlock(block, flow, layout);
  if (layout.axes.notes !== 'none') {
    for (const note of layout.pack.notes) drawBlock({ kind: 'paragraph', text: note }, flow, layout);
  }
  numberPages(document.pages, layout, random);
  return document.toBytes();
}

function drawBlock(block: Block, flow: PageFlow, layout: Layout): void {
  switch (block.kind) {
    case 'title':
      return drawTitle(block.text, flow, layout);
    case 'facts':
      return drawFacts(block.pairs, flow, layout);
    case 'paragraph':
      return drawParagraph(block.text, flow, layout);
    case 'table':
      return drawTable(block.table, flow, layout);
    case 'grid':
      return drawGrid(block.columns, block.cells, flow, layout);
    case 'page-break':
      flow.nextPage();
  }
}

function drawTitle(text: string, flow: PageFlow, { bold, fontSize, accent }: Layout): void {
  if (!flow.fits(fontSize * 8)) flow.nextFrame();
  flow.y += fontSize * 1.8;
  flow.page.text(flow.frame.left, flow.y, text, { font: bold, size: fontSize * 1.25, color: accent });
  flow.y += fontSize * 0.9;
}

function drawGrid(
  columns: number,
  cells: string[],
  flow: PageFlow,
  { regular, bold, fontSize, leading }: Layout,
): void {
  const size = Math.min(fontSize, 8);
  const width = (flow.frame.right - flow.frame.left) / columns;
  for (let start = 0; start < cells.length; start += columns) {
    if (!flow.fits(leading * 2)) flow.nextFrame();
    flow.y += leading;
    const font = start === 0 ? bold : regular;
    cells.slice(start, start + columns).forEach((text, index) => {
      const cell = text.replace('\t', '');
      // Dates to the left of their cell, balances to the right, with room before the next date.
      const indent = index % 2 === 0 ? 0 : width * 0.8 - textWidth(cell, font, size);
      flow.page.text(flow.frame.left + index * width + indent, flow.y, cell, { font, size });
    });
  }
  flow.y += leading;
}

function drawParagraph(text: string, flow: PageFlow, { regular, fontSize, leading }: Layout): void {
  const size = fontSize * 0.85;
  const lines = wrapText(text, flow.frame.right - flow.frame.left, regular, size);
  if (!flow.fits((lines.length + 1) * leading)) flow.nextFrame();
  for (const line of lines) {
    flow.y += leading * 0.9;
    flow.page.text(flow.frame.left, flow.y, line, { font: regular, size, grey: 0.3 });
  }
  flow.y += leading * 0.6;
}
