import type { TokenLine } from '../tokens/read-tokens.ts';
import { foldTerms } from '../vocabulary/phrase-book.ts';

/** Words of a line that stand together; a gap parts them from the next. Points. */
export type Piece = {
  text: string;
  terms: string[];
  /** Offset in the text of its line. */
  start: number;
  line: TokenLine;
  left: number;
  right: number;
  /** Size of its largest word. */
  size: number;
};

export function piecesOf(line: TokenLine): Piece[] {
  const { text, words, offsets } = line.text;
  let start = 0;
  return text.split('\t').flatMap((part) => {
    const from = start;
    const end = from + part.length;
    const own = words.filter((_, index) => (offsets[index] ?? 0) >= from && (offsets[index] ?? 0) < end);
    start = end + 1;
    const [first] = own;
    const last = own.at(-1);
    if (first === undefined || last === undefined) return [];
    const size = Math.max(...own.map((word) => word.size));
    return [{ text: part, start: from, terms: foldTerms(part), line, left: first.left, right: last.right, size }];
  });
}
