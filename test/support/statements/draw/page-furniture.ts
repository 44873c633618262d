import type { Random } from '../../random.ts';
import { printDate } from '../date-notation.ts';
import type { ComposedStatement } from '../families/compose-family.ts';
import type { Layout } from '../layout.ts';
import { textWidth } from '../pdf/fonts.ts';
import type { Color, PdfPage } from '../pdf/pdf-document.ts';
import type { Frame } from './page-flow.ts';
import { wrapText } from './wrap-text.ts';

const panelWidth = 128;

/** Letterhead, side panel and watermark; what they leave free of the page are the frames for the content. */
export function furnishPage(
  statements: readonly ComposedStatement[],
  layout: Layout,
  random: Random,
): (page: PdfPage, pageNumber: number) => Frame[] {
  const { axes, paper, fontSize, leading } = layout;
  const panelOnEveryPage = random.chance(0.4);
  const repeatsLetterhead = random.chance(0.4);
  const watermark = random.pick(['SPECIMEN', 'COPY', 'DUPLICATE', layout.words.statement.toUpperCase()]);
  const letterhead = letterheadLines(statements, layout, random);
  return (page, pageNumber) => {
    if (axes.watermark === 'rotated') {
      const size = paper.width / 9;
      page.text(paper.width * 0.2, paper.height * 0.75, watermark, { font: layout.bold, size, grey: 0.88 }, 45);
    }
    const isFull = pageNumber === 1 || repeatsLetterhead;
    const top = isFull ? drawLetterhead(page, letterhead, layout) : drawRunningHead(page, letterhead, layout);
    const frame = {
      left: paper.margin,
      right: paper.width - paper.margin,
      top,
      bottom: paper.height - paper.margin - fontSize * 3,
    };
    if (axes.panel !== 'none' && (pageNumber === 1 || panelOnEveryPage)) return [besidePanel(page, frame)];
    return axes.flow === 'two-columns' ? halves(frame) : [frame];
  };

  function besidePanel(page: PdfPage, frame: Frame): Frame {
    const isRight = axes.panel === 'right';
    const left = isRight ? frame.right - panelWidth : frame.left;
    const size = fontSize * 0.9;
    let y = frame.top + leading;
    for (const note of layout.pack.notes) {
      for (const line of wrapText(note, panelWidth - 10, layout.regular, size)) {
        page.text(left, y, line, { font: layout.regular, size, grey: 0.25 });
        y += leading;
      }
      y += leading;
    }
    return isRight
      ? { ...frame, right: frame.right - panelWidth - 12 }
      : { ...frame, left: frame.left + panelWidth + 4 };
  }
}

function halves(frame: Frame): Frame[] {
  const middle = (frame.left + frame.right) / 2;
  return [
    { ...frame, right: middle - 12 },
    { ...frame, left: middle + 12 },
  ];
}

type Letterhead = { address: string[]; facts: [label: string, value: string][] };

function letterheadLines(statements: readonly ComposedStatement[], layout: Layout, random: Random): Letterhead {
  const { words, months, longDatePattern, axes } = layout;
  const days = statements.flatMap(({ account }) => [account.start, account.end]);
  const [start, end] = [Math.min(...days), Math.max(...days)];
  const date = (day: number) => printDate(day, longDatePattern, months);
  const facts: [string, string][] = [[words.period, `${date(start)} - ${date(end)}`]];
  const first = statements[0]?.account;
  if (statements.length === 1 && first) facts.unshift([words.account, first.number]);
  if (random.chance(0.5)) facts.push([words.issued, date(end + random.integer(1, 4))]);
  if (axes.currencyMark === 'heading' && statements.length === 1) facts.push([words.currency, axes.currency]);
  if (random.chance(0.3)) facts.push(['BIC', 'EXMPXX22XXX']);
  return { address: [layout.holder, ...layout.street], facts: random.chance(0.8) ? facts : random.shuffled(facts) };
}

function drawLetterhead(page: PdfPage, { address, facts }: Letterhead, layout: Layout): number {
  const { paper, bold, regular, fontSize, leading, accent, words, bank, axes } = layout;
  const { margin, width } = paper;
  let y = margin + fontSize * 1.6;
  const isBand = axes.letterhead === 'band';
  const white: Color = [1, 1, 1];
  if (isBand) page.fill(0, 0, width, y + fontSize * 1.2, accent);
  page.text(margin, y, bank, { font: bold, size: fontSize * 1.8, color: isBand ? white : accent });
  const title = axes.family === 'card' ? words.cardStatement : words.statement;
  const titleSize = fontSize * 1.4;
  const titleLeft = width - margin - textWidth(title, bold, titleSize);
  page.text(titleLeft, y, title, { font: bold, size: titleSize, color: isBand ? white : [0, 0, 0] });
  if (axes.letterhead === 'rule') page.fill(margin, y + fontSize * 0.7, width - 2 * margin, 1.5, accent);
  y += leading * 2;
  const widest = Math.max(...facts.map(([label]) => textWidth(label, regular, fontSize)));
  const valueLeft = width * 0.52 + widest + 10;
  const rows = Math.max(address.length, facts.length);
  for (let row = 0; row < rows; row += 1) {
    y += leading;
    const line = address[row];
    if (line !== undefined) page.text(margin, y, line, { font: regular, size: fontSize });
    const fact = facts[row];
    if (fact) {
      page.text(width * 0.52, y, fact[0], { font: regular, size: fontSize });
      page.text(valueLeft, y, fact[1], { font: bold, size: fontSize });
    }
  }
  return y + leading * 1.5;
}

function drawRunningHead(page: PdfPage, { facts }: Letterhead, layout: Layout): number {
  const { paper, regular, fontSize, leading, bank } = layout;
  const y = paper.margin + fontSize;
  const [label, value] = facts[0] ?? ['', ''];
  page.text(paper.margin, y, `${bank}   ${label} ${value}`, { font: regular, size: fontSize });
  return y + leading * 1.4;
}

/** Page numbers need the number of pages, so they come last. */
export function numberPages(pages: readonly PdfPage[], layout: Layout, random: Random): void {
  const { paper, words, regular, fontSize, axes, pack } = layout;
  const size = fontSize * 0.85;
  const isCentred = random.chance(0.5);
  const isNumbered = random.chance(0.85);
  pages.forEach((page, index) => {
    const y = paper.height - paper.margin + fontSize;
    if (axes.notes === 'every-page') {
      const [line] = wrapText(pack.notes[0] ?? '', paper.width - 2 * paper.margin, regular, size);
      page.text(paper.margin, y - fontSize * 1.3, line ?? '', { font: regular, size, grey: 0.35 });
    }
    if (!isNumbered) return;
    const text = words.page.replace('{page}', String(index + 1)).replace('{pages}', String(pages.length));
    const free = paper.width - textWidth(text, regular, size);
    page.text(isCentred ? free / 2 : free - paper.margin, y, text, { font: regular, size });
  });
}
