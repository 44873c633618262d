import { FIGURES } from './figures.ts';
import { HEADINGS } from './headings.ts';
import { foldTerms } from './phrase-book.ts';
import { SECTIONS } from './sections.ts';

/** Shorter words have too many neighbours. */
const SHORTEST = 5;

/** The words of headings, labels and titles; and each of them by what is left without one of its letters. */
let known: { terms: Set<string>; withoutOne: Map<string, Set<string>> } | undefined;

/**
 * The word of the vocabulary that a badly read one was meant to be: `solide` is `solde`, one letter lost, added or taken
 * for another. The word itself where there is none such, or more than one.
 */
export function likelyTerm(term: string): string {
  if (term.length < SHORTEST) return term;
  known ??= gather();
  if (known.terms.has(term)) return term;
  const near = new Set<string>();
  for (const key of [term, ...withoutOneLetter(term)]) {
    if (known.terms.has(key)) near.add(key);
    for (const other of known.withoutOne.get(key) ?? []) {
      if (Math.abs(other.length - term.length) <= 1 && differInOne(term, other)) near.add(other);
    }
  }
  const [only] = near;
  return near.size === 1 && only !== undefined && only.length >= SHORTEST ? only : term;
}

function gather(): { terms: Set<string>; withoutOne: Map<string, Set<string>> } {
  const phrases = [FIGURES, HEADINGS, SECTIONS].flatMap((book) => Object.values(book).flat());
  const terms = new Set(phrases.flatMap(foldTerms).filter((term) => /^[a-z]+$/.test(term)));
  const withoutOne = new Map<string, Set<string>>();
  for (const term of terms) {
    if (term.length < SHORTEST) continue;
    for (const key of withoutOneLetter(term)) {
      const own = withoutOne.get(key) ?? new Set();
      withoutOne.set(key, own.add(term));
    }
  }
  return { terms, withoutOne };
}

const withoutOneLetter = (term: string): string[] =>
  Array.from(term, (_, at) => term.slice(0, at) + term.slice(at + 1));

/** Whether one letter more, less or another makes one of two different words the other. */
function differInOne(one: string, other: string): boolean {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  const longer = Math.max(one.length, other.length);
  const rest = (text: string) => text.slice(start + (text.length === longer ? 1 : 0));
  return rest(one) === rest(other);
}
