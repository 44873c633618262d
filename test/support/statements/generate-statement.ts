import type { Random } from '../random.ts';
import type { Axes } from './axes.ts';
import { drawAxes } from './draw-axes.ts';
import { drawDocument } from './draw/draw-document.ts';
import { composeFamily } from './families/compose-family.ts';
import { layoutOf } from './layout.ts';
import type { Truth } from './truth.ts';

export type GeneratedStatement = { pdf: Uint8Array; truth: Truth; axes: Axes };

/**
 * A bank statement nobody has seen, with what is in it. The same random stream gives the same bytes.
 *
 * `axes` pins the choices that matter to a test; `entries` sets the number of entries of each account.
 */
export function generateStatement(
  random: Random,
  { axes: pinned = {}, entries }: { axes?: Partial<Axes>; entries?: number } = {},
): GeneratedStatement {
  const axes = drawAxes(random.named('axes'), pinned);
  const layout = layoutOf(axes, random.named('layout'));
  const { blocks, statements } = composeFamily(layout, random.named('content'), entries);
  const pdf = drawDocument(blocks, statements, layout, random.named('drawing'));
  return { pdf, truth: { statements: statements.map(({ truth }) => truth) }, axes };
}
