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
  const area: Area = {
    left: Number.MAX_VALUE,
    right: -Number.MAX_VALUE,
    top: Number.MAX_VALUE,
    bottom: -Number.MAX_VALUE,
  };
  for (const line of lines) {
    // Lines that were moved otherwise stand elsewhere on the page: the next of two columns.
    if (line.placement !== placement) continue;
    for (const word of line.text.words) {
      if (word.left <= to && word.right >= from) include(word, area);
    }
  }
  return area.left > area.right ? null : boxOf(area, placement);
}

function include({ left, right, baseline, size }: Word, area: Area): void {
  area.left = Math.min(area.left, left);
  area.right = Math.max(area.right, right);
  area.top = Math.min(area.top, baseline - ASCENT * size);
  area.bottom = Math.max(area.bottom, baseline + DESCENT * size);
}
