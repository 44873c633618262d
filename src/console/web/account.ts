import { signal } from '@preact/signals';
import type { Balance, User } from './answers.ts';
import { ask } from './graphql.ts';
import { ME } from './operations.ts';

/** Who is signed in and what they can spend; null until it is known. */
export const account = signal<{ user: User; balance: Balance } | null>(null);

export async function refreshAccount(): Promise<void> {
  const { me: user, balance } = await ask(ME);
  account.value = { user, balance };
}
