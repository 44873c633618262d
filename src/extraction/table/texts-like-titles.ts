import type { Word } from '../layout/word.ts';
import type { TableLine } from './table-line.ts';

/** Lines begin at one place within so many points. */
const ALIGNED = 3;
/** A gap this much wider than that between a row and its text is none within a row. */
const WIDER = 1.15;

/**
 * Makes text of what only reads like the title of a section: below `Credit` a row may say `Interest`. It begins where the
 * texts of rows do, behind their dates, and either text follows, which a title does not have below it, or it stands as
 * near to its row as the texts of the other rows do to theirs.
 */
export function withoutTextsLikeTitles(read: readonly TableLine[]): readonly TableLine[] {
  if (!read.some(({ role }) => role === 'section')) return read;
  const texts = textsBelowRows(read);
  if (texts.length < 2) return read;
  const near = Math.max(...texts.map(({ gap }) => gap));
  const isTextPlace = ({ line }: TableLine) => {
    const [first] = line.text.words;
    return first !== undefined && texts.some(({ left }) => Math.abs(left - first.left) < ALIGNED);
  };
  return read.map((entry, at) => {
    const [above, below] = [read[at - 1], read[at + 1]];
    if (entry.role !== 'section' || above === undefined || !isTextPlace(entry)) return entry;
    const goesOn = below?.role === 'text' && isTextPlace(below) && (above.role === 'row' || isTextPlace(above));
    const isNear = above.role === 'row' && entry.line.baseline - above.line.baseline < near * WIDER;
    return goesOn || isNear ? { ...entry, role: 'text' } : entry;
  });
}

/** Where the lines right below dated rows begin that begin as their rows' texts do, and how far below they stand. */
function textsBelowRows(read: readonly TableLine[]): { left: number; gap: number }[] {
  return read.flatMap((entry, at) => {
    const above = read[at - 1];
    if (entry.role !== 'text' || above?.role !== 'row') return [];
    const [first, described] = [entry.line.text.words[0], textOf(above)];
    if (first === undefined || described === undefined || Math.abs(first.left - described.left) > ALIGNED) return [];
    return [{ left: first.left, gap: entry.line.baseline - above.line.baseline }];
  });
}

/** The first word behind a row's dates; none in a row that does not begin with one. */
function textOf({ line, dates }: TableLine): Word | undefined {
  const own = [dates.booking, dates.value, dates.other].filter((date) => date !== null);
  if (!own.some(({ start }) => start === 0)) return undefined;
  return line.text.words.find((_, at) => {
    const start = line.text.offsets[at] ?? 0;
    return !own.some((date) => date.start <= start && start < date.end);
  });
}
