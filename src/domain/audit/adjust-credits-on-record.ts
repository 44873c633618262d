import type { RequiredEntityData } from '@mikro-orm/core';
import { AppError } from '../../errors.ts';
import { adjustCredits, type Adjustment } from '../credit/adjust-credits.ts';
import type { LedgerTransfer } from '../credit/ledger-transfer.entity.ts';
import type { Services } from '../services.ts';
import { AdminAction } from './admin-action.entity.ts';

/** Who asked, with which key, in which request. */
export type Operator = { keyFingerprint: string; requestId: string | null };

/**
 * `adjustCredits` as an operator asks for it: what was asked, by whom and what came of it is kept in the transaction
 * that does it, and said in the log. A refusal is kept too. Throws what `adjustCredits` throws.
 */
export async function adjustCreditsOnRecord(
  services: Services,
  operator: Operator,
  adjustment: Adjustment,
): Promise<LedgerTransfer> {
  const { em, clock, audit } = services;
  const { keyFingerprint, requestId } = operator;
  const asked = { action: 'adjust-credits' as const, keyFingerprint, requestId, ...adjustment, createdAt: clock() };
  const done = (transfer: LedgerTransfer) => ({ ...asked, outcome: 'done', transferId: transfer.id });
  try {
    const transfer = await em.transactional(async (tx) => {
      const made = await adjustCredits({ ...services, em: tx }, adjustment);
      await tx.insert(AdminAction, done(made));
      return made;
    });
    audit(done(transfer));
    return transfer;
  } catch (error) {
    const refused = { ...asked, outcome: error instanceof AppError ? error.code : 'INTERNAL', transferId: null };
    audit(refused);
    await em.fork().insert(AdminAction, refused);
    throw error;
  }
}

/** What is told of an action. */
export type AdminActionRecord = Omit<RequiredEntityData<AdminAction>, 'id'>;
