import { type Box, boxOf } from '../layout/placement.ts';
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
  const words = lines
    // Lines that were moved otherwise stand elsewhere on the page: the next of two columns.
    .filter((line) => line.placement === placement)
    .flatMap((line) => line.text.words.filter((word) => word.left <= to && word.right >= from));
  if (words.length === 0) return null;
  const area = {
    left: Math.min(...words.map((word) => word.left)),
    right: Math.max(...words.map((word) => word.right)),
    top: Math.min(...words.map((word) => word.baseline - ASCENT * word.size)),
    bottom: Math.max(...words.map((word) => word.baseline + DESCENT * word.size)),
  };
  return boxOf(area, placement);
}
