import { type Area, type Box, boxOf } from '../layout/placement.ts';
import type { Word } from '../layout/word.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';
import { extentOf, type Segment } from './segment.ts';

/** How far letters reach above and below their baseline, in shares of their size. */
const ASCENT = 0.8;
const DESCENT = 0.25;

/** Where a row stands on its page: its own line and those that continue it, without what stands beside the table. */
export function rowBox(own: TokenLine, lines: readonly TokenLine[], segment: Segment): Box | null {
  const { placement } = own;
  if (placement == null) return null;
  const { from, to } = extentOf(segment);
  let area: Area | null = null;
  for (const line of lines) {
    // Lines that were moved otherwise stand elsewhere on the page: the next of two columns.
    if (line.placement !== placement) continue;
    for (const word of line.text.words) {
      if (word.left <= to && word.right >= from) area = withWord(area, word);
    }
  }
  return area === null ? null : boxOf(area, placement);
}

function withWord(area: Area | null, { left, right, baseline, size }: Word): Area {
  const [top, bottom] = [baseline - ASCENT * size, baseline + DESCENT * size];
  if (area === null) return { left, right, top, bottom };
  return {
    left: Math.min(area.left, left),
    right: Math.max(area.right, right),
    top: Math.min(area.top, top),
    bottom: Math.max(area.bottom, bottom),
  };
}
