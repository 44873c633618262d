import type { Services } from '../services.ts';
import { transferCredits } from './transfer-credits.ts';

/** What a new user starts with, once. Belongs to the transaction that makes the user. */
export async function grantSignupCredits(
  services: Pick<Services, 'em' | 'clock'>,
  userId: number,
  credits: number,
): Promise<void> {
  if (credits === 0) return;
  await transferCredits(services, {
    userId,
    type: 'signup',
    credits,
    idempotencyKey: `signup:${userId}`,
    description: 'Welcome credits',
  });
}
