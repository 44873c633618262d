import type { HeadingRole } from '../../vocabulary/headings.ts';
import type { ColumnReading, KnownColumn } from './column-meanings.ts';
import type { ColumnMeaning, Costed } from './hypothesis.ts';

/** How unlikely it is that two headings for the sides are mixed up. */
const TURNED = 40;
/** … that two columns called alike are the two sides. */
const SAME_SIDE = 6;
/** … that amounts beside both sides are movements of their own. */
const AMOUNT_BESIDE = 1.5;
/** … that they are what is left in the account. */
const AMOUNT_LEFT = 3;
/** … that fees are all that moves. */
const FEES_ALONE = 3;
/** … that a fee comes on top of the amount. */
const FEE_BESIDE = 0.5;

/** What moves the account, by column; the other columns do not. */
type Movements = Costed<{ pairs: [key: string, meaning: ColumnMeaning][] }>;

/** The ways to read columns that all have a heading: which of them move the account, which is the balance. */
export function meaningsByHeadings(columns: readonly KnownColumn[], isLoan: boolean): ColumnReading[] {
  const keys = keysByRole(columns);
  const balances = keys('balance');
  const fees = keys('fee');
  return movementsOf(keys, isLoan).flatMap((movement) =>
    (balances.length > 0 ? balances : [null]).flatMap((balance, index) => {
      const meanings = new Map<string, ColumnMeaning>(columns.map((column) => [column.key, 'ignored']));
      for (const [key, meaning] of movement.pairs) meanings.set(key, meaning);
      if (balance !== null) meanings.set(balance, 'balance');
      const cost = movement.cost + index;
      if (fees.length === 0) return [{ meanings, cost }];
      const withFee = new Map(meanings);
      for (const key of fees) if (withFee.get(key) === 'ignored') withFee.set(key, 'fee');
      return [
        { meanings, cost },
        { meanings: withFee, cost: cost + FEE_BESIDE },
      ];
    }),
  );
}

type KeysByRole = (role: HeadingRole) => string[];

function keysByRole(columns: readonly KnownColumn[]): KeysByRole {
  return (role) => columns.filter((column) => column.role === role).map((column) => column.key);
}

function movementsOf(keys: KeysByRole, isLoan: boolean): Movements[] {
  const amounts = keys('amount');
  const [amount] = amounts;
  const sides: Movements['pairs'] = [
    ...keys('debit').map((key): [string, ColumnMeaning] => [key, 'debit']),
    ...keys('credit').map((key): [string, ColumnMeaning] => [key, 'credit']),
  ];
  const hasSides = sides.length > 0;
  const hasBalance = keys('balance').length > 0;
  const isOneAmount = hasSides && amount !== undefined && amounts.length === 1;
  const movements: Movements[] = [];
  // What the holder pays is money in for a loan: `Payments  Interest  Balance`.
  const isPaid = isLoan && keys('credit').length === 0;
  const [straight, turned] = isPaid ? [TURNED, 0] : [0, TURNED];
  if (hasSides) movements.push({ pairs: sides, cost: straight }, { pairs: sides.map(otherSide), cost: turned });
  movements.push(...twoSidesOfOne(sides));
  // Interest may have a column of its own; balances tell which way it goes.
  if (isOneAmount && hasBalance)
    movements.push({ pairs: [...(isPaid ? sides.map(otherSide) : sides), [amount, 'amount']], cost: AMOUNT_BESIDE });
  amounts.forEach((key, index) => movements.push({ pairs: [[key, 'amount']], cost: (hasSides ? 1 : 0) + index }));
  // Beside columns for both sides, `Amount` may be what is left in the account.
  if (isOneAmount && !hasBalance) movements.push({ pairs: [...sides, [amount, 'balance']], cost: AMOUNT_LEFT });
  if (movements.length > 0) return movements;
  return keys('fee').map((key) => ({ pairs: [[key, 'amount']], cost: FEES_ALONE }));
}

function otherSide([key, meaning]: Movements['pairs'][number]): Movements['pairs'][number] {
  return [key, meaning === 'debit' ? 'credit' : 'debit'];
}

/** Two columns called alike may be the two sides: payments are money out, but money in on a loan. */
function twoSidesOfOne(sides: Movements['pairs']): Movements[] {
  const [one, other] = sides;
  if (one === undefined || other === undefined || sides.length > 2 || one[1] !== other[1]) return [];
  const [first, second] = [one[0], other[0]];
  return [
    {
      pairs: [
        [first, 'debit'],
        [second, 'credit'],
      ],
      cost: SAME_SIDE,
    },
    {
      pairs: [
        [first, 'credit'],
        [second, 'debit'],
      ],
      cost: SAME_SIDE,
    },
  ];
}
