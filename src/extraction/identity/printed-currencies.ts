import type { Proof } from '../proof/prove.ts';
import type { StatementPart } from '../proof/statement-part.ts';
import type { PrintedFigure } from '../table/row.ts';
import type { Segment } from '../table/segment.ts';
import type { TokenLine } from '../tokens/read-tokens.ts';

/** The codes and symbols at a statement's figures, and what its columns say, but for columns that are no concern of it. */
export function printedCurrencies(part: StatementPart, { entries, hypothesis }: Proof, segments: readonly Segment[]) {
  const isOwn = ({ index }: TokenLine) => index >= part.from && index < part.to;
  const used = segments
    .filter(({ lines }) => lines.some(isOwn))
    .flatMap(({ columns }) => columns.filter(({ key }) => (hypothesis.meanings.get(key) ?? 'ignored') !== 'ignored'));
  const keys = new Set(used.map(({ key }) => key));
  const cells = entries.flatMap(({ row }) =>
    [...row.cells].flatMap(([key, token]) => (token.currency !== null && keys.has(key) ? token : [])),
  );
  const isBalance = ({ kind }: PrintedFigure) => kind === 'opening' || kind === 'closing';
  return {
    figures: [...cells, ...part.figures.filter(isBalance).map(({ token }) => token)],
    columns: [...used.flatMap(({ currency }) => currency ?? []), ...entries.flatMap(({ row }) => row.currency ?? [])],
  };
}
