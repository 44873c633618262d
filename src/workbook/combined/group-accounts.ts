import { foldedText } from '../folded-text.ts';
import type { CombinedStatement } from './combined.ts';

/** What a statement says of whose account it is, so written that two notations of one thing are equal. */
type Identity = {
  bank: string;
  number: string;
  isMasked: boolean;
  currency: string;
  holder: string;
};

type Group = { identity: Identity; statements: CombinedStatement[] };

/** The digits that a mask leaves must be this many to tell an account. */
const TAIL_LENGTH_MIN = 4;

/**
 * Puts statements together that are of one account: same bank, number and currency. A statement that says less (no
 * bank, or a number of which only the end is printed) joins the one account that it may be of; where there are two, it
 * stands by itself. The order within a group is that of the statements given.
 */
export const groupAccounts = (statements: readonly CombinedStatement[]): CombinedStatement[][] => {
  const groups = new Map<string, Group>();
  for (const statement of statements) {
    const identity = identityOf(statement);
    const key = keyOf(identity);
    const group = groups.get(key) ?? { identity, statements: [] };
    group.statements.push(statement);
    groups.set(key, group);
  }

  const homes = homesOf([...groups.values()]);
  const joined = new Map<Group, CombinedStatement[]>();
  for (const statement of statements) {
    const group = groups.get(keyOf(identityOf(statement)));
    if (!group) continue;
    const home = homes.get(group) ?? group;
    const together = joined.get(home) ?? [];
    together.push(statement);
    joined.set(home, together);
  }
  return [...joined.values()];
};

/** Where a group belongs that is not a home of its own. */
const homesOf = (groups: readonly Group[]): Map<Group, Group> => {
  const full = groups.filter(({ identity }) => identity.bank !== '' && identity.number !== '' && !identity.isMasked);
  const homes = new Map<Group, Group>();
  for (const group of groups) {
    const candidates = full.filter((other) => other !== group && mayBe(group.identity, other.identity));
    // Of one bank written shorter and longer, the shortest is home to all.
    const shortest = candidates.toSorted((one, other) => one.identity.bank.length - other.identity.bank.length)[0];
    if (!shortest) continue;
    if (full.includes(group)) {
      if (shortest.identity.bank.length < group.identity.bank.length) homes.set(group, shortest);
    } else if (candidates.every(({ identity }) => isSameBank(identity.bank, shortest.identity.bank))) {
      if (candidates.every(({ identity }) => identity.number === shortest.identity.number)) homes.set(group, shortest);
    }
  }
  return homes;
};

/** Whether what one statement says is all true of the other's account, and enough to tell it. */
const mayBe = (one: Identity, other: Identity): boolean => {
  if (one.number === '' || one.currency !== other.currency) return false;
  if (one.isMasked) {
    if (one.bank === '' || one.number.length < TAIL_LENGTH_MIN) return false;
    return isSameBank(one.bank, other.bank) && other.number.endsWith(one.number);
  }
  return one.number === other.number && (one.bank === '' || isSameBank(one.bank, other.bank));
};

/** `Example Bank` and `EXAMPLE BANK PLC` are one. */
const isSameBank = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one);

const identityOf = ({ statement }: CombinedStatement): Identity => {
  const printed = (statement.accountNumber ?? '').normalize('NFKC').toUpperCase();
  const afterMask = printed.split(/[*•…#]+|\.{2,}|X{2,}/).at(-1) ?? '';
  return {
    bank: foldedText(statement.bank ?? ''),
    number: foldedText(afterMask),
    isMasked: afterMask !== printed,
    currency: statement.currency ?? '',
    holder: foldedText(statement.accountHolder ?? ''),
  };
};

/** The holder tells accounts apart only where nothing else does. */
const keyOf = ({ bank, number, isMasked, currency, holder }: Identity): string =>
  JSON.stringify(number === '' ? [bank, currency, holder] : [bank, number, isMasked, currency]);
