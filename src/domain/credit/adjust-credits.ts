import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { Services } from '../services.ts';
import type { LedgerTransfer } from './ledger-transfer.entity.ts';
import { transferCredits } from './transfer-credits.ts';

export type Adjustment = { userId: number; credits: number; reason: string; idempotencyKey: string | null };

/**
 * The operator gives or takes credits. Throws `NOT_FOUND` for an unknown user, `CONFLICT` below zero or where the
 * idempotency key belongs to another adjustment.
 */
export async function adjustCredits(services: Services, adjustment: Adjustment): Promise<LedgerTransfer> {
  const request = {
    userId: adjustment.userId,
    type: 'adjustment' as const,
    credits: adjustment.credits,
    idempotencyKey: `adjustment:${adjustment.idempotencyKey ?? services.randomName()}`,
    description: adjustment.reason,
  };
  try {
    return await transferCredits(services, request);
  } catch (error) {
    // Two users' accounts are not locked by each other: with one key for both, the second insert loses, and finds
    // the winner's transfer when it looks again.
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    return transferCredits(services, request);
  }
}
