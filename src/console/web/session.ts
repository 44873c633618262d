import { signal } from '@preact/signals';
import { loadClerk } from './clerk.ts';
import { settings } from './settings.ts';

/** Whether somebody is signed in; where not, perhaps why. */
export type Session = { kind: 'in' } | { kind: 'out'; note: string | null };

const KEY = 'excellent-banking.token';
/** For this tab and no longer: whoever closes it is signed out. */
let token = sessionStorage.getItem(KEY);

export const session = signal<Session>(token === null ? { kind: 'out', note: null } : { kind: 'in' });

/** Clerk's tokens live a minute, and its SDK renews them; a local one is kept. */
export const getToken = async (): Promise<string | null> =>
  settings.signIn === 'clerk' ? ((await (await loadClerk()).session?.getToken()) ?? null) : token;

/** Whoever is signed in at Clerk already is signed in here. Throws where its SDK cannot start. */
export async function resumeAtClerk(): Promise<void> {
  if ((await loadClerk()).session) session.value = { kind: 'in' };
}

/** Leaves for the instance's own pages, which lead back here. */
export async function signInAtClerk(): Promise<void> {
  const here = location.href;
  await (await loadClerk()).redirectToSignIn({ signInForceRedirectUrl: here, signUpForceRedirectUrl: here });
}

/** One click: the server makes a token for its local user. Throws where it refuses or cannot be reached. */
export async function signInLocally(): Promise<void> {
  const response = await fetch('/console/sign-in', { method: 'POST' });
  if (!response.ok) throw new Error('The server refused: open this page under the name the server has given it.');
  const answer: { token: string } = await response.json();
  useToken(answer.token);
}

/** Takes a token from somewhere else, as it is; the first question will tell whether it is any good. */
export function useToken(given: string): void {
  token = given.trim().replace(/^Bearer +/i, '');
  sessionStorage.setItem(KEY, token);
  session.value = { kind: 'in' };
}

export function signOut(note: string | null = null): void {
  // A session that this server does not take may still be one at Clerk: only its owner ends it.
  if (settings.signIn === 'clerk' && note === null) void loadClerk().then(async (clerk) => clerk.signOut());
  token = null;
  sessionStorage.removeItem(KEY);
  session.value = { kind: 'out', note };
}

/** The server no longer takes the token. */
export const expire = (): void =>
  signOut(
    settings.signIn === 'token'
      ? 'The server did not take this token.'
      : 'Your session has ended. Please sign in again.',
  );
