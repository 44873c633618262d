import { LockMode } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { conflict, notFound } from '../../errors.ts';
import type { Services } from '../services.ts';
import { LedgerAccount } from './ledger-account.entity.ts';
import { LedgerEntry } from './ledger-entry.entity.ts';
import { LedgerTransfer } from './ledger-transfer.entity.ts';
import { type Account, HIGHEST_BALANCE, mayOverdraw, overdraft, route, type TransferType } from './rules.ts';

export type TransferRequest = {
  userId: number;
  type: TransferType;
  /** As the user sees it: positive adds, negative takes away. Never zero. */
  credits: number;
  idempotencyKey: string;
  description: string;
  reference?: string;
};

/**
 * The one writer of the ledger. The same idempotency key twice changes nothing and answers as the first time; with
 * another user, type or amount it is a `CONFLICT`. Throws `INSUFFICIENT_CREDITS` (or `CONFLICT` for an adjustment)
 * where the user has too few, `NOT_FOUND` where there is no such user.
 */
export function transferCredits(
  { em, clock }: Pick<Services, 'em' | 'clock'>,
  request: TransferRequest,
): Promise<LedgerTransfer> {
  if (!Number.isSafeInteger(request.credits) || request.credits === 0) {
    throw new TypeError(`A transfer moves a whole number of credits, not ${request.credits}`);
  }
  return em.transactional(async (tx) => {
    // The accounts are locked before the key is looked up, so that the loser of a race reads the winner's transfer.
    const accounts = await lockAccounts(tx, request.userId);
    const earlier = await tx.findOne(LedgerTransfer, { idempotencyKey: request.idempotencyKey });
    if (earlier) return sameCause(earlier, request);

    const { from, to } = route(request.type, request.credits);
    const moved = Math.abs(request.credits);
    if (from === 'available' && accounts.available.balance < moved && !mayOverdraw(request.type)) {
      throw overdraft(request.type, accounts.available.balance);
    }
    // What is issued is the sum of the other three, so no balance is further from zero.
    if (from === 'issued' && moved - accounts.issued.balance > HIGHEST_BALANCE) {
      throw conflict(`No user can be given more than ${HIGHEST_BALANCE} credits in all`);
    }
    accounts[from].balance -= moved;
    accounts[to].balance += moved;

    const transfer = tx.create(LedgerTransfer, {
      idempotencyKey: request.idempotencyKey,
      userId: request.userId,
      type: request.type,
      credits: request.credits,
      balanceAfter: accounts.available.balance + accounts.reserved.balance,
      description: request.description,
      reference: request.reference ?? null,
      createdAt: clock(),
    });
    await tx.flush();
    tx.create(LedgerEntry, { transferId: transfer.id, accountId: accounts[from].id, credits: -moved });
    tx.create(LedgerEntry, { transferId: transfer.id, accountId: accounts[to].id, credits: moved });
    await tx.flush();
    return transfer;
  });
}

async function lockAccounts(tx: SqlEntityManager, userId: number): Promise<Record<Account, LedgerAccount>> {
  const rows = await tx.find(
    LedgerAccount,
    { userId },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' }, refresh: true },
  );
  const account = (name: Account): LedgerAccount => {
    const found = rows.find((row) => row.name === name);
    if (!found) throw notFound('User');
    return found;
  };
  return {
    issued: account('issued'),
    available: account('available'),
    reserved: account('reserved'),
    used: account('used'),
  };
}

function sameCause(earlier: LedgerTransfer, request: TransferRequest): LedgerTransfer {
  const same =
    earlier.userId === request.userId && earlier.type === request.type && earlier.credits === request.credits;
  if (!same) throw conflict('This idempotency key was already used for something else; use a new one');
  return earlier;
}
