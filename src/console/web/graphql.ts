import type { Operation } from './operation.ts';
import { expire, getToken } from './session.ts';

/** What the server says went wrong; `code` is one of the schema's, or `UNREACHABLE` where nothing answered. */
export class RequestFailed extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'RequestFailed';
    this.code = code;
  }
}

export const UNREACHABLE = 'The server cannot be reached. Check that it is running, then try again.';

type Answer<Data> = { data?: Data | null; errors?: { message: string; extensions?: { code?: string } }[] };

/** Asks the server. Throws `RequestFailed`; where the session has ended, the page turns to the sign-in. */
export async function ask<Data, Variables>(
  { text }: Operation<Data, Variables>,
  ...[variables]: Variables extends Record<string, never> ? [] : [Variables]
): Promise<Data> {
  const token = await getToken();
  const response = await reach('/graphql', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify({ query: text, variables: variables ?? {} }),
  });
  const answer = await readAnswer<Data>(response);
  const [error] = answer.errors ?? [];
  if (!error && answer.data) return answer.data;
  throw fail(error?.extensions?.code ?? 'INTERNAL', error?.message ?? 'The server gave no answer');
}

/** The failure, told to the session first. */
export function fail(code: string, message: string): RequestFailed {
  if (code === 'UNAUTHENTICATED') expire();
  return new RequestFailed(code, message);
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch {
    throw new RequestFailed('UNREACHABLE', UNREACHABLE);
  }
}

async function readAnswer<Data>(response: Response): Promise<Answer<Data>> {
  try {
    return await response.json();
  } catch {
    throw response.status === 429
      ? new RequestFailed('RATE_LIMITED', 'Too many calls at once. Wait a little, then try again.')
      : new RequestFailed('UNREACHABLE', UNREACHABLE);
  }
}

/** What to tell a person about whatever was thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
