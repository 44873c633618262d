import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Clock } from '../../clock.ts';
import { transferCredits } from '../credit/transfer-credits.ts';
import type { Payment } from './payment.entity.ts';
import { PaymentReversal } from './payment-reversal.entity.ts';
import { creditsFor, returnedCents, statusOf } from './rules.ts';

type Ledger = { em: SqlEntityManager; clock: Clock };

/**
 * Brings the ledger to what is known of a granted payment: each refund and dispute takes its share, and gives it back
 * when it is undone. The sum depends on what is known and not on the order in which it became known. Belongs to the
 * transaction that holds the payment's lock; called again without news, it changes nothing.
 */
export async function settlePayment(ledger: Ledger, payment: Payment): Promise<void> {
  if (!payment.paidAt) return;
  const reversals = await ledger.em.find(PaymentReversal, { paymentId: payment.id }, { orderBy: { id: 'asc' } });
  let taken = 0;
  for (const [index, reversal] of reversals.entries()) {
    const takenWithThis = creditsFor(payment, returnedCents(reversals.slice(0, index + 1)));
    await takeShare(ledger, payment, reversal, takenWithThis - taken);
    taken = takenWithThis;
  }
  payment.status = statusOf(payment, reversals);
  payment.updatedAt = ledger.clock();
}

/** Moves what the reversal's share differs from what was already taken for it. */
async function takeShare(ledger: Ledger, payment: Payment, reversal: PaymentReversal, share: number): Promise<void> {
  const more = share - reversal.credits;
  if (more === 0) return;
  reversal.credits = share;
  reversal.changes += 1;
  const cause = `${reversal.provider}:${reversal.providerId}`;
  await transferCredits(ledger, {
    userId: payment.userId,
    type: more > 0 && reversal.kind === 'refund' ? 'refund' : 'reversal',
    credits: -more,
    idempotencyKey: reversal.changes === 1 ? cause : `${cause}:${reversal.changes}`,
    description: `${more > 0 ? 'Taken back' : 'Given back'} with the money of payment ${payment.id}`,
    reference: paymentReference(payment),
  });
}

/** What entries of the ledger say about their payment. */
export const paymentReference = ({ id }: Pick<Payment, 'id'>): string => `payment:${id}`;
