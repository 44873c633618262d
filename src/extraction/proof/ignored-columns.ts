import type { Proof } from './prove.ts';

/** Whether most rows have figures without a heading behind their amount, and no balance: they may be the balances. */
export function ignoresColumn({ entries, hypothesis }: Proof): boolean {
  if (entries.length < 2 || entries.some(({ movement }) => movement.balance !== null)) return false;
  const open = entries.filter(({ row }) => {
    const cells = [...row.cells];
    const amount = cells.find(([key]) => !['ignored', 'fee'].includes(hypothesis.meanings.get(key) ?? 'ignored'));
    return cells.some(
      ([key, token]) =>
        hypothesis.meanings.get(key) === 'ignored' &&
        key.startsWith('unnamed-') &&
        token.left > (amount?.[1].right ?? token.left),
    );
  });
  return open.length > entries.length / 2;
}

/** Whether a column without a known heading moves the rows although most have a figure in one that is named for it. */
export function movesByOthers({ entries, hypothesis: { meanings } }: Proof): boolean {
  const isOpen = (key: string) => key.startsWith('unnamed-');
  const isOther = (key: string) => MOVING.test(key) && meanings.get(key) === 'ignored';
  const moves = (key: string) => isOpen(key) && ['amount', 'debit', 'credit'].includes(meanings.get(key) ?? '');
  const doubtful = entries.filter(({ row }) => {
    const keys = [...row.cells.keys()];
    return keys.some(moves) && keys.some(isOther);
  });
  return doubtful.length > entries.length / 2;
}

const MOVING = /^(?:amount|debit|credit)-/;

/** Whether a row without a balance has a figure in another column of balances: on its page it may be the same column. */
export function ignoresBalances({ entries, hypothesis: { meanings } }: Proof): boolean {
  return entries.some(
    ({ row, movement }) =>
      movement.balance === null &&
      [...row.cells.keys()].some((key) => key.startsWith('balance-') && meanings.get(key) === 'ignored'),
  );
}
