import type { Layout } from '../layout.ts';
import { textWidth } from '../pdf/fonts.ts';
import type { PageFlow } from './page-flow.ts';
import { wrapText } from './wrap-text.ts';

type Facts = readonly (readonly [label: string, value: string])[];

export function drawFacts(facts: Facts, flow: PageFlow, layout: Layout): void {
  // Only columns have room for a symbol apart from its figure.
  const pairs = facts.map(([label, value]) => [label, value.replace('\t', '')] as const);
  const { left, right } = flow.frame;
  const hasRoom = (right - left) / pairs.length >= 75;
  if (layout.axes.summaryStyle === 'columns' && hasRoom) drawSideBySide(pairs, flow, layout);
  else drawList(pairs, flow, layout);
}

/** Labels to the left, values flush right beside them. */
function drawList(pairs: Facts, flow: PageFlow, { regular, bold, fontSize, leading }: Layout): void {
  if (!flow.fits(pairs.length * leading * 1.15 + fontSize)) flow.nextFrame();
  const widest = Math.max(...pairs.map(([label]) => textWidth(label, regular, fontSize)));
  const right = Math.min(flow.frame.left + widest + 130, flow.frame.right);
  for (const [label, value] of pairs) {
    flow.y += leading * 1.15;
    flow.page.text(flow.frame.left, flow.y, label, { font: regular, size: fontSize });
    flow.page.text(right - textWidth(value, bold, fontSize), flow.y, value, { font: bold, size: fontSize });
  }
  flow.y += leading * 1.2;
}

/** A tinted box with a cell for each fact, the value below its label. */
function drawSideBySide(pairs: Facts, flow: PageFlow, { regular, bold, fontSize, leading }: Layout): void {
  const { left, right } = flow.frame;
  const cell = (right - left) / pairs.length;
  const labels = pairs.map(([label]) => wrapText(label, cell - 14, regular, fontSize * 0.9));
  const lines = Math.max(...labels.map((label) => label.length));
  const height = (lines + 1) * leading + fontSize * 1.4;
  if (!flow.fits(height + leading)) flow.nextFrame();
  flow.page.fill(left, flow.y, right - left, height, [0.94, 0.95, 0.97]);
  pairs.forEach(([, value], index) => {
    const x = left + index * cell + 7;
    labels[index]?.forEach((line, row) => {
      flow.page.text(x, flow.y + leading * (row + 1), line, { font: regular, size: fontSize * 0.9, grey: 0.25 });
    });
    flow.page.text(x, flow.y + leading * (lines + 1) + fontSize * 0.4, value, { font: bold, size: fontSize });
  });
  flow.y += height + leading;
}
