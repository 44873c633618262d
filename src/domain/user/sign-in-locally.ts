import { createHash } from 'node:crypto';
import type { LocalIssuer } from '../../auth/local-issuer.ts';
import type { Services } from '../services.ts';
import { registerUser } from './register-user.ts';

/**
 * Creates or finds the local user with this address and makes them a token. The address decides the user's id, so the
 * same address is always the same user.
 */
export async function signInLocally(
  services: Pick<Services, 'em' | 'clock' | 'settings'>,
  issuer: Pick<LocalIssuer, 'issue'>,
  address: string,
): Promise<{ userId: number; token: string }> {
  const email = address.toLowerCase();
  const clerkUserId = `local_${createHash('sha256').update(email).digest('hex').slice(0, 24)}`;
  const { id: userId } = await registerUser(services, { clerkUserId, email, firstName: null, lastName: null });
  return { userId, token: await issuer.issue({ sub: clerkUserId, email }) };
}
