import type { Proof } from './prove.ts';

/** How many rows go the way that their own words tell, and how many go against them. */
export type SpokenDirections = { agreeing: number; against: number };

type Directed = Pick<Proof, 'entries' | 'steps' | 'walk' | 'hypothesis' | Totals>;
type Totals = 'printedIn' | 'printedOut' | 'totalIn' | 'totalOut';

export function spokenDirections({ entries, steps, walk }: Directed): SpokenDirections {
  const spoken = { agreeing: 0, against: 0 };
  steps.forEach((step, at) => {
    const told = step.row === null ? null : entries[step.row]?.row.told;
    const amount = walk.amounts[at] ?? 0n;
    if (told == null || amount === 0n) return;
    if ((told === 'credit') === amount > 0n) spoken.agreeing++;
    else spoken.against++;
  });
  return spoken;
}

/** Fewer words may mean anything. */
const LEAST = 3;
/** What full agreement weighs with few words, and what it gains with each further one. */
const WEIGHT = 9;
const GAIN = 0.5;
const MOST_GAIN = 10;

/** Turning every sign leaves all sums true; what the rows say of themselves tells which way is up. */
export function weightOfWords({ agreeing, against }: SpokenDirections): number {
  const telling = agreeing + against;
  if (telling < LEAST) return 0;
  return (WEIGHT + Math.min(MOST_GAIN, GAIN * (telling - LEAST))) * ((2 * agreeing) / telling - 1);
}

/** Above this share of rows, an account receives more often than it pays: few do, and cards that are read upside down. */
const MOSTLY_IN = 0.6;
/** What columns, marks or titles say is doubted where so many times more words speak against it than for it. */
const CLEARLY = 2;

/**
 * Whether all signs could be turned round. That leaves every sum true, so that something else has to say which way is up:
 * columns, letters or a plus for the two sides, words, or that money goes out more often than it comes in. Where both the
 * columns and the balances say it, words do not matter.
 *
 * @param proofs those of the statements of one document that are read alike
 */
export function mayBeUpsideDown(proofs: readonly Directed[]): boolean {
  const spoken = proofs.map(spokenDirections);
  const agreeing = spoken.reduce((sum, own) => sum + own.agreeing, 0);
  const against = spoken.reduce((sum, own) => sum + own.against, 0);
  const areSaid = proofs.every(
    (proof) => saysSides(proof) || haveTitlesOfBothSides(proof) || haveTotalsOfBothSides(proof),
  );
  if (areSaid && proofs.every(haveMarkedBalances)) return false;
  if (against >= 2 && against > agreeing * (areSaid ? CLEARLY : 1)) return true;
  if (areSaid || (agreeing >= 2 && agreeing > against)) return false;
  const moving = proofs.flatMap(({ walk }) => walk.amounts.filter((amount) => amount !== 0n));
  return moving.filter((amount) => amount > 0n).length > moving.length * MOSTLY_IN;
}

/** Whether two statements take figures without a side, signs and balances for the same. */
export function isReadAlike({ hypothesis: one }: Directed, { hypothesis: other }: Directed): boolean {
  return one.flipped === other.flipped && one.unsigned === other.unsigned && one.owed === other.owed;
}

/** Most rows stand below titles, those of money in and of money out, and each goes the way that its title says. */
function haveTitlesOfBothSides({ entries, steps, walk }: Directed): boolean {
  const titled = steps.flatMap((step, at) => {
    const section = step.row === null ? null : (entries[step.row]?.row.section ?? null);
    return section === null ? [] : [{ section, amount: walk.amounts[at] ?? 0n }];
  });
  const agrees = titled.every(({ section, amount }) => (section === 'credit' ? amount >= 0n : amount <= 0n));
  return agrees && titled.length > entries.length / 2 && new Set(titled.map(({ section }) => section)).size === 2;
}

/** Printed totals of what came in and of what went out are those of the rows, and would not be if they were turned. */
function haveTotalsOfBothSides({ printedIn, printedOut, totalIn, totalOut }: Directed): boolean {
  return (
    printedIn !== null &&
    printedOut !== null &&
    printedIn === totalIn &&
    printedOut === -totalOut &&
    totalIn !== -totalOut
  );
}

/** `150,440.10 DR` behind most rows: a payment into a loan may call itself a direct debit. */
function haveMarkedBalances({ hypothesis, entries }: Directed): boolean {
  const isMarked = ({ row }: Proof['entries'][number]) =>
    [...row.cells].some(([key, { side }]) => hypothesis.meanings.get(key) === 'balance' && side !== null);
  return entries.filter(isMarked).length > entries.length / 2;
}

function saysSides({ hypothesis, entries }: Directed): boolean {
  if (![...hypothesis.meanings.values()].includes('amount')) return true;
  const isSided = ({ row }: Proof['entries'][number]) =>
    row.side !== null ||
    [...row.cells.values()].some((token) => token.side !== null || (token.sign === 'plus' && !hypothesis.flipped));
  return entries.filter(isSided).length > entries.length / 2;
}
