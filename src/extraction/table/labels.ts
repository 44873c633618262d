import type { Term, TokenLine } from '../tokens/read-tokens.ts';
import { remembering } from '../tokens/remembering.ts';
import { CURRENCY_CODES } from '../vocabulary/currencies.ts';
import { FIGURES, type FigureKind } from '../vocabulary/figures.ts';
import { HEADINGS } from '../vocabulary/headings.ts';
import { MONTHS } from '../vocabulary/months.ts';
import { foldTerms, phraseBook } from '../vocabulary/phrase-book.ts';
import { BOOKED, PENDING, SECTIONS } from '../vocabulary/sections.ts';

/** A label of a figure on a line, and where it stands. Points; offsets into the line's text. */
export type Label = { kind: FigureKind; page: number; left: number; right: number; start: number; end: number };

const figures = phraseBook(FIGURES);
const sections = phraseBook(SECTIONS);
const statuses = phraseBook({ pending: PENDING, booked: BOOKED });
/** What stands over columns of balances may also stand before a single one. */
const balances = phraseBook({ balance: HEADINGS.balance });
const months = new Set(MONTHS.flat().flatMap(foldTerms));
/** Words that may stand beside a label without making it part of another text. */
const FILLERS = new Set(
  foldTerms(
    'on as of at from to the for in per am vom zum bis der des au du le de del al la el do da em per your ihr votre su ' +
      'account konto compte cuenta conta period this statement month day date and und et y e a na ze z dne pr den page seite ' +
      'auszug nr number um uhr hrs hours time abschluss rechnungsabschluss releve n extrait extracto estratto vostro vostra favore credito debito crediteur debiteur ' +
      'favor ihren gunsten lasten no continued currency cr dr ngay tarihli ณ วันที่ na dzien at close start end balance saldo eur pagina seguente successiva siguiente suivante nachste folgende volgende next til naeste neste nasta side sida في من إلى بتاريخ عن يوم ליום בתאריך של مورخ تا از',
  ),
);

/** All labels of figures on a line, from left to right. */
export function findLabels(line: TokenLine): Label[] {
  const { terms } = line;
  return figures.findIn(terms).flatMap(({ meaning, start, end }) => {
    const first = terms[start];
    const last = terms[end - 1];
    if (first === undefined || last === undefined) return [];
    return [{ kind: meaning, page: line.page, left: first.left, right: last.right, start: first.start, end: last.end }];
  });
}

/** What a text is the label of, where it is nothing else. */
export function labelOfText(text: string): FigureKind | null {
  return figures.meaningOf(text);
}

export function isTotal(label: FigureKind | null): boolean {
  return label === 'total' || label === 'totalCredits' || label === 'totalDebits';
}

const RANK: Record<FigureKind, number> = {
  opening: 6,
  closing: 5,
  carried: 4,
  dayEnd: 4,
  totalCredits: 3,
  totalDebits: 3,
  partDebits: 3,
  other: 2,
  total: 1,
};

/** What a whole line is the label of: its words are mostly the label's own. Null for any other text. */
export function labelOfLine(line: TokenLine, mostOthers = 0.7): FigureKind | null {
  const matches = figures.findIn(line.terms);
  if (matches.length === 0) return isBalance(line) ? 'dayEnd' : null;
  const covered = new Set<number>();
  for (const { start, end } of matches) for (let at = start; at < end; at++) covered.add(at);
  if (matches.some((match) => match.meaning.startsWith('total') || match.meaning === 'partDebits')) {
    // `Total deposits and credits`: what is added up may be named too.
    const named = sections.findIn(line.terms);
    for (const { start, end } of named) for (let at = start; at < end; at++) covered.add(at);
  }
  const others = line.terms.filter((term, index) => !covered.has(index) && isTelling(term, line)).length;
  if (others > covered.size * mostOthers) return null;
  return matches.map((match) => match.meaning).toSorted((a, b) => RANK[b] - RANK[a])[0] ?? null;
}

/** The direction that a heading over a table gives to the amounts below it; null where the line is no such heading. */
export function sectionOfLine(line: TokenLine): 'credit' | 'debit' | null {
  const matches = sections.findIn(line.terms);
  const [first] = matches;
  if (first === undefined) return null;
  const covered = matches.reduce((sum, match) => sum + match.end - match.start, 0);
  const others = line.terms.filter((term) => isTelling(term, line)).length - covered;
  // `Payments and other debits`: what is named last says what all of them are.
  return others <= covered * 0.5 ? (matches.at(-1) ?? first).meaning : null;
}

/** Whether a line is the title of entries that are booked, or of those that are not yet, and says nothing else. */
export function statusOfTitle(line: TokenLine): 'pending' | 'booked' | null {
  // The period that they are of may be named, but a line that begins with a date is a row's.
  if (line.amounts.length > 0 || line.dates.some(({ start }) => start === 0)) return null;
  const [match] = statuses.findIn(line.terms);
  if (match === undefined) return null;
  const others = line.terms.filter((term) => isTelling(term, line)).length - (match.end - match.start);
  return others < (match.meaning === 'pending' ? 2 : 1) ? match.meaning : null;
}

/** `Balance`, `Ledger balance`: all of a line's words, or its last one after another. Letters beside figures are marks. */
function isBalance(line: TokenLine): boolean {
  if (!line.terms.some((term) => balances.mayStartAt(term.text))) return false;
  const all = line.terms.filter((term) => term.text.length > 1 && isWord(term, line)).map((term) => term.text);
  const words = all.slice(
    0,
    all.findLastIndex((word) => word === 'balance' || word === 'saldo' || !FILLERS.has(word)) + 1,
  );
  const matches = balances.find(words);
  const covered = matches.reduce((sum, match) => sum + match.end - match.start, 0);
  const others = words.filter((word) => !FILLERS.has(word)).length - covered;
  return covered > 0 && others <= 1 && matches.at(-1)?.end === words.length;
}

/** Whether a line says that it adds up others, and nothing else: `Total`. */
export function isBareTotal(line: TokenLine): boolean {
  if (!figures.mayStartIn(line.terms)) return false;
  const words = line.terms.filter((term) => isWord(term, line)).map((term) => term.text);
  const [match] = figures.find(words);
  // A letter may be the mark of a side: `Total 1,234.00 D`.
  const others = words.filter(
    (word, at) => word.length > 1 && (match === undefined || at < match.start || at >= match.end),
  );
  return match?.meaning === 'total' && others.length === 0;
}

/** Whether a line says nothing but what its figure is: `Balance carried forward`, `Saldo al 31.01.`. */
export function isBareLabel(line: TokenLine): boolean {
  const words = line.terms.map((term) => term.text);
  const matches = [...figures.find(words), ...balances.find(words)];
  return line.terms.every(
    (term, at) => !isTelling(term, line) || matches.some(({ start, end }) => at >= start && at < end),
  );
}

/** A word that says something of its own, unlike `of`, `the`, figures, dates and currencies. */
export function isTelling(term: Term, line: TokenLine): boolean {
  return !FILLERS.has(term.text) && isWord(term, line);
}

/** A word that is neither a figure, a date nor a currency. */
function isWord(term: Term, line: TokenLine): boolean {
  if (!hasMeaning(term.text)) return false;
  const isWithin = (token: { start: number; end: number }) => token.start < term.end && term.start < token.end;
  return !line.amounts.some(isWithin) && !line.dates.some(isWithin);
}

/** Letters that name neither a month nor a currency. */
const hasMeaning = remembering(
  (text) => /\p{L}/u.test(text) && !months.has(text) && !CURRENCY_CODES.has(text.toUpperCase()),
);
