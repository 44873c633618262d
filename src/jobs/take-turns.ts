/** Gives a list back so that each of its members is first in turn: what is looked for in that order, starves nowhere. */
export function takeTurns(): <Member>(members: readonly Member[]) => Member[] {
  let turn = 0;
  return (members) => {
    turn += 1;
    return members.map((_, n) => members[(turn + n) % members.length] as (typeof members)[number]);
  };
}
