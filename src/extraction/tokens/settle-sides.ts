import type { TokenLine } from './read-tokens.ts';

/** *Má dáti*, what Czech and Slovak banks write beside money out; beside money in they write `D`, *dal*. */
const MUST_GIVE = 'MD';
const GAVE = 'D';

/**
 * A lone `D` at a figure is *debit* in most languages. In a document that says `MD` for money out it is the other side:
 * nobody has two words for one side and none for the other.
 */
export function settleSides(lines: readonly TokenLine[]): void {
  const saysMustGive = (line: TokenLine) =>
    line.amounts.length > 0 &&
    line.text.text.includes(MUST_GIVE) &&
    [...cellsOf(line), ...line.amounts.map(({ start, end }) => line.text.text.slice(start, end))].some((text) =>
      endsWith(text, MUST_GIVE),
    );
  // Maryland, too, is MD: where there is another mark for money in, `D` is none.
  const hasCredit = lines.some(({ amounts }) => amounts.some(({ side }) => side === 'credit'));
  if (hasCredit || !lines.some(saysMustGive)) return;
  for (const line of lines) {
    line.isDCredit = true;
    for (const amount of line.amounts) {
      if (endsWith(line.text.text.slice(amount.start, amount.end), GAVE)) amount.side = 'credit';
    }
  }
}

function cellsOf({ text }: TokenLine): string[] {
  return text.text.split('\t');
}

/** Whether a text is a mark, or a figure with that mark behind it. */
function endsWith(text: string, mark: string): boolean {
  return text === mark || (text.endsWith(` ${mark}`) && /^[^\p{Ll}]*\d[^\p{Ll}]*$/u.test(text));
}
