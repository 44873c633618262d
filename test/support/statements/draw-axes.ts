import type { Random } from '../random.ts';
import { axisWeights } from './axes.ts';
import type { Axes, DrawnAxes } from './axes.ts';
import { compatible } from './axis-rules.ts';
import { languages } from './languages/index.ts';
import type { Language } from './languages/index.ts';
import type { LanguagePack } from './languages/language-pack.ts';
import { notations } from './money-notation.ts';
import type { NotationName } from './money-notation.ts';

/** Draws a place on every axis that is not pinned. Axes that cannot go together give way to the earlier one. */
export function drawAxes(random: Random, pinned: Partial<Axes> = {}): Axes {
  const drawn = Object.fromEntries(
    Object.entries(axisWeights).map(([axis, choices]) => [axis, random.named(axis).weighted(choices)]),
  ) as DrawnAxes;
  const language = pinned.language ?? random.named('language').pick(Object.keys(languages) as Language[]);
  const pack: LanguagePack = languages[language];
  const axes = {
    ...drawn,
    language,
    currency: random.named('currency').pick(pack.currencies),
    number: drawNumber(pack, random.named('number')),
    date: random.named('date').pick(pack.dates),
    ...pinned,
  };
  return compatible(axes);
}

/** Every notation but the Indian one, which only India writes. */
const foreignNotations = (Object.keys(notations) as NotationName[]).filter((name) => name !== '1,23,456.78');

/** The habit of the country, now and then that of another. */
function drawNumber(pack: LanguagePack, random: Random): NotationName {
  return random.pick(random.chance(0.95) ? pack.numbers : foreignNotations);
}
