import type { Random } from '../random.ts';
import type { Day } from './calendar.ts';
import { printDate } from './date-notation.ts';
import { oneOf } from './languages/language-pack.ts';
import type { EntryKind } from './languages/language-pack.ts';
import type { Layout } from './layout.ts';

/** What a row says about an entry besides its figures. */
export type Narrative = {
  /** What kind of payment it was: `Card payment`. */
  method: string;
  counterparty: string;
  reference: string;
  /** A figure at the end of the first line. */
  tail: string;
  /** Further lines, many with figures that are no amounts of this account. */
  details: string[];
  /** The amount in another currency, where the row has a column for it. */
  foreign: string;
};

export function narrate(
  { kind, day, amount }: { kind: EntryKind; day: Day; amount: number },
  layout: Layout,
  random: Random,
): Narrative {
  const { axes, pack } = layout;
  const counterparty = counterpartyOf(kind, layout, random);
  const most = { none: 1, some: 3, many: 5 }[axes.figuresInText];
  const limit = axes.description === 'one-line' ? 0 : Math.min(random.integer(0, most), random.integer(0, most));
  const details = random.shuffled(detailLines(kind, day, layout, random)).slice(0, limit);
  return {
    method: random.chance(0.6) ? layout.entryWords[kind] : oneOf(pack.entries[kind], random),
    counterparty,
    reference: random.chance(0.8) ? random.digits(random.pick([6, 8, 12])) : '',
    tail: random.chance({ none: 0, some: 0.2, many: 0.6 }[axes.figuresInText])
      ? random.pick([random.digits(12), `*${random.digits(4)}`, random.digits(6)])
      : '',
    details: axes.figuresInText === 'none' ? details.filter((line) => !/\d/.test(line)) : details,
    foreign: kind === 'purchase' && random.chance(0.4) ? foreignAmount(amount, random) : '',
  };
}

function counterpartyOf(kind: EntryKind, { pack }: Layout, random: Random): string {
  switch (kind) {
    case 'cheque':
      return random.digits(6);
    case 'fee':
    case 'interest':
    case 'payment':
      return '';
    case 'purchase':
    case 'refund':
    case 'cash':
      return random.pick(pack.shops);
    default:
      return random.pick(pack.companies);
  }
}

/** Lines that may stand below the first one; with a card other ones than with a transfer. */
function detailLines(kind: EntryKind, day: Day, layout: Layout, random: Random): string[] {
  const { words, months, axes, currency, holder, street } = layout;
  const date = printDate(day - random.integer(0, 3), random.pick(['DD/MM', 'DD.MM.YYYY', 'DD-MM-YY']), months);
  const manyFigures = axes.figuresInText === 'many';
  const anyKind = [`${words.reference} ${random.digits(random.pick([8, 10, 14]))}`];
  if (manyFigures)
    anyKind.push(`${random.integer(1, 9)}/12 ${date} ${random.integer(10, 23)}:${random.integer(10, 59)}`);
  if (kind === 'purchase' || kind === 'refund' || kind === 'cash') {
    const foreign = foreignAmount(currency.scale * random.integer(1, 40), random);
    return [
      ...anyKind,
      `${words.card} ${random.digits(4)} ${date}`,
      street.at(-1) ?? '',
      ...(manyFigures ? [foreign] : []),
    ];
  }
  if (kind === 'fee' || kind === 'interest' || kind === 'payment') return [...anyKind, date];
  const phone = `${words.phone} 0${random.digits(3)} ${random.digits(3)} ${random.digits(4)}`;
  return [
    ...anyKind,
    `XX${random.digits(2)}EXMP${random.digits(14)}`,
    `INV-${random.digits(4)}/${random.digits(3)}`,
    holder,
    ...(manyFigures ? [phone] : []),
  ];
}

/** `USD 45.10 @ 1.0823`: an amount, but not one of this account. */
function foreignAmount(minor: number, random: Random): string {
  const units = Math.abs(minor) % 100_000;
  const amount = `${Math.floor(units / 100)}.${String(units % 100).padStart(2, '0')}`;
  return random.pick([`USD ${amount} @ 1.${random.digits(4)}`, `${amount} USD`, `GBP ${amount}`]);
}
