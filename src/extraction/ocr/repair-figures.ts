import type { Interpretation } from '../interpret.ts';
import type { Line, Word } from '../layout/word.ts';
import type { Statement } from '../statement.ts';
import { isDateText, isFigureText, takeFigureApart } from './figure-text.ts';
import { isOneSlipAway } from './one-slip-away.ts';

/** One word read otherwise; without a text, a dash that is none, before a figure. */
type Repair = { line: number; word: number; text: string };
type Reading = { lines: readonly Line[]; interpretation: Interpretation };

/** On a word that is surer than this all readings agreed: where it contradicts others, the paper does. */
const DISPUTED = 0.9;
/** Each costs a whole interpretation. */
const MOST_REPAIRS = 200;
const MOST_ROUNDS = 8;

/**
 * Reads disputed figures otherwise where exactly one small change makes more of the balances and totals follow: another
 * reading that OCR had of it, or one digit that looks like another, was lost or was doubled. Whatever is changed keeps
 * what was read, so that its row can be flagged.
 */
export function repairFigures(first: Reading, interpret: (lines: readonly Line[]) => Interpretation): Reading {
  let reading = first;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const faults = faultsOf(reading.interpretation);
    if (faults.length === 0) return reading;
    const tried = possibleRepairs(reading)
      .slice(0, MOST_REPAIRS)
      .map((repair) => {
        const lines = applied(reading.lines, repair);
        return { lines, interpretation: interpret(lines) };
      })
      .filter(({ interpretation }) => rowsOf(interpretation) >= rowsOf(reading.interpretation))
      .map((other) => ({ ...other, faults: faultsOf(other.interpretation) }));
    const fewest = Math.min(...tried.map((other) => other.faults.length));
    if (fewest >= faults.length) return reading;
    const best = tried
      .filter((other) => other.faults.length === fewest)
      .map((other) => ({ ...other, mended: faults.filter((fault) => !other.faults.includes(fault)) }));
    // Two repairs that do the same prove neither; of those that mend different places, one comes after the other.
    const only = best.find((one) => best.every((other) => one === other || isDisjoint(one.mended, other.mended)));
    if (only === undefined) return reading;
    reading = only;
  }
  return reading;
}

const isDisjoint = (some: readonly string[], others: readonly string[]): boolean =>
  !some.some((one) => others.includes(one));

/** What does not follow, each by what is printed there. */
const faultsOf = ({ statements }: Interpretation): string[] =>
  statements.flatMap(({ checks, transactions }, at) => [
    ...checks.filter(({ ok }) => !ok).map(({ name, expected }) => `${at} ${name} ${expected}`),
    ...disorderIn(transactions.map(({ date }) => date)).map((date) => `${at} ${date}`),
  ]);

/** Days that go backwards where nearly all go forwards, or the other way round; ISO dates. */
function disorderIn(dates: readonly string[]): string[] {
  const steps = dates.slice(1).map((date, at) => ({ date, step: date.localeCompare(dates[at] ?? date) }));
  const forwards = steps.filter(({ step }) => step > 0);
  const backwards = steps.filter(({ step }) => step < 0);
  const [fewer, more] = forwards.length < backwards.length ? [forwards, backwards] : [backwards, forwards];
  return fewer.length * 4 <= more.length ? fewer.map(({ date }) => date) : [];
}

const rowsOf = ({ statements }: Interpretation): number =>
  statements.reduce((sum, { transactions }) => sum + transactions.length, 0);

function applied(lines: readonly Line[], { line, word, text }: Repair): Line[] {
  const change = (one: Word): Word => ({ ...one, text, printed: one.printed ?? one.text });
  const withoutDash = (words: readonly Word[]) =>
    words.flatMap((one, at): Word[] => {
      if (at === word) return [];
      return [at === word + 1 ? { ...one, printed: `-${one.printed ?? one.text}` } : one];
    });
  return lines.map((own, at) => {
    if (at !== line) return own;
    const words =
      text === '' ? withoutDash(own.words) : own.words.map((one, index) => (index === word ? change(one) : one));
    return { ...own, words };
  });
}

function possibleRepairs({ lines, interpretation }: Reading): Repair[] {
  const wanted = interpretation.statements.flatMap(wantedFigures);
  return lines.flatMap((own, line) =>
    own.words.flatMap((one, word) => {
      if (one.certainty === undefined || one.certainty > DISPUTED) return [];
      if (DASH.test(one.text)) {
        return isFigureText(own.words[word + 1]?.text ?? '') ? [{ line, word, text: '' }] : [];
      }
      if (!/\d/.test(one.text)) return [];
      const texts = [
        ...(one.alternatives ?? []).filter((text) => isLike(one.text, text)),
        ...figuresInstead(one.text, wanted),
      ];
      return [...new Set(texts)].filter((text) => text !== one.text).map((text) => ({ line, word, text }));
    }),
  );
}

/** Specks and the dashes of empty cells look like it. */
const DASH = /^[-—–_~]$/u;
/** A day, or the thousands of a figure that are set off by a space. */
const PART = /^[-+]?\d{1,3}$/;

/** Whether what else OCR has read could be meant: a figure, a date, or a part of one instead of another. */
const isLike = (read: string, other: string): boolean =>
  isFigureText(other) || isDateText(other) || (PART.test(read) && PART.test(other));

/** A figure that was read, and one that would make a check hold; cents, without signs. */
type Wanted = { read: bigint; instead: bigint };

function wantedFigures({ checks, transactions }: Statement): Wanted[] {
  const wanted: Wanted[] = [];
  for (const { ok, expected, found } of checks) {
    if (ok) continue;
    const missing = cents(expected) - cents(found);
    wanted.push({ read: size(cents(expected)), instead: size(cents(found)) });
    wanted.push({ read: size(cents(found)), instead: size(cents(expected)) });
    for (const { amount } of transactions) {
      const read = cents(amount);
      wanted.push({ read: size(read), instead: size(read + missing) });
    }
  }
  return wanted;
}

function figuresInstead(text: string, wanted: readonly Wanted[]): string[] {
  const figure = takeFigureApart(text);
  if (figure === null) return [];
  const { before, digits, mark, after } = figure;
  const read = BigInt(digits.replaceAll(/\D/g, ''));
  return wanted.flatMap(({ read: own, instead }) => {
    if (own !== read || instead === 0n || !isOneSlipAway(String(read), String(instead))) return [];
    const padded = String(instead).padStart(3, '0');
    return [`${before}${padded.slice(0, -2)}${mark}${padded.slice(-2)}${after}`];
  });
}

/** A decimal string in hundredths; what is finer is left off, and then equals nothing. */
function cents(decimal: string): bigint {
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.');
  const value = BigInt(whole + fraction.padEnd(2, '0').slice(0, 2));
  return decimal.startsWith('-') ? -value : value;
}

const size = (value: bigint): bigint => (value < 0n ? -value : value);
