import { signal } from '@preact/signals';
import { settings } from './settings.ts';

/** Whether somebody is signed in; where not, perhaps why. */
export type Session = { kind: 'in' } | { kind: 'out'; note: string | null };

const KEY = 'excellent-banking.token';
/** For this tab and no longer: whoever closes it is signed out. */
let token = sessionStorage.getItem(KEY);

export const session = signal<Session>(token === null ? { kind: 'out', note: null } : { kind: 'in' });

export const getToken = async (): Promise<string | null> => token;

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
