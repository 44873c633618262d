import type { Interpretation } from '../interpret.ts';
import type { Line, Word } from '../layout/word.ts';
import type { Statement } from '../statement.ts';
import { isFigureText, takeFigureApart } from './figure-text.ts';
import { isOneSlipAway } from './one-slip-away.ts';

/** One word read otherwise. */
type Repair = { line: number; word: number; text: string };
type Reading = { lines: readonly Line[]; interpretation: Interpretation };

/** On a word that is surer than this all readings agreed: where it contradicts others, the paper does. */
const DISPUTED = 0.9;
/** Each costs a whole interpretation. */
const MOST_REPAIRS = 40;
const MOST_ROUNDS = 6;

/**
 * Reads disputed figures otherwise where exactly one small change makes more of the balances and totals follow: another
 * reading that OCR had of it, or one digit that looks like another, was lost or was doubled. Whatever is changed keeps
 * what was read, so that its row can be flagged.
 */
export function repairFigures(first: Reading, interpret: (lines: readonly Line[]) => Interpretation): Reading {
  let reading = first;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const faults = faultsOf(reading.interpretation);
    if (faults === 0) return reading;
    const tried = possibleRepairs(reading)
      .slice(0, MOST_REPAIRS)
      .map((repair) => {
        const lines = applied(reading.lines, repair);
        return { lines, interpretation: interpret(lines) };
      })
      .filter(({ interpretation }) => rowsOf(interpretation) >= rowsOf(reading.interpretation))
      .map((other) => ({ ...other, faults: faultsOf(other.interpretation) }));
    const fewest = Math.min(...tried.map((other) => other.faults));
    const best = tried.filter((other) => other.faults === fewest);
    const [only] = best;
    // Two repairs that do the same prove neither.
    if (only === undefined || best.length > 1 || fewest >= faults) return reading;
    reading = only;
  }
  return reading;
}

const faultsOf = ({ statements }: Interpretation): number =>
  statements.reduce((sum, { checks }) => sum + checks.filter(({ ok }) => !ok).length, 0);

const rowsOf = ({ statements }: Interpretation): number =>
  statements.reduce((sum, { transactions }) => sum + transactions.length, 0);

function applied(lines: readonly Line[], { line, word, text }: Repair): Line[] {
  const change = (one: Word): Word => ({ ...one, text, printed: one.printed ?? one.text });
  return lines.map((own, at) =>
    at === line ? { ...own, words: own.words.map((one, index) => (index === word ? change(one) : one)) } : own,
  );
}

function possibleRepairs({ lines, interpretation }: Reading): Repair[] {
  const wanted = interpretation.statements.flatMap(wantedFigures);
  return lines.flatMap((own, line) =>
    own.words.flatMap((one, word) => {
      if (one.certainty === undefined || one.certainty > DISPUTED || !/\d/.test(one.text)) return [];
      const texts = [...(one.alternatives ?? []).filter(isFigureText), ...figuresInstead(one.text, wanted)];
      return [...new Set(texts)].filter((text) => text !== one.text).map((text) => ({ line, word, text }));
    }),
  );
}

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
