import { createClient } from 'graphql-sse';
import { fail } from './graphql.ts';
import type { Operation } from './operation.ts';
import { getToken } from './session.ts';

const client = createClient({
  url: '/graphql',
  headers: async (): Promise<Record<string, string>> => {
    const token = await getToken();
    return token ? { Authorization: `Bearer ${token}` } : {};
  },
  retryAttempts: 3,
});

const POLL_MS = 1500;
/** Failures in a row, after which nobody waits any longer. */
const PATIENCE = 5;

type Watched<State> = {
  subscription: Operation<Record<string, State>, { id: string }>;
  id: string;
  /** The same by a plain question. */
  look: () => Promise<State>;
  isFinished: (state: State) => boolean;
  tell: (state: State) => void;
};

/**
 * Tells every change until the end, and answers with the last state. A stream ends when the token it was opened with
 * does; the next is opened with a fresh one. Where it breaks off (a proxy that buffers, a server that restarts, too many
 * streams) it goes on by asking again and again.
 */
export async function watch<State>(watched: Watched<State>): Promise<State> {
  for (;;) {
    const last = await streamed(watched).catch(() => null);
    if (last === SIGNED_OUT) continue;
    return last !== null && watched.isFinished(last) ? last : polled(watched);
  }
}

const SIGNED_OUT = Symbol('the token has expired');

async function streamed<State>({ subscription, id, tell }: Watched<State>): Promise<State | typeof SIGNED_OUT | null> {
  let last: State | null = null;
  const events = client.iterate<Record<string, State>>({ query: subscription.text, variables: { id } });
  for await (const { data, errors } of events) {
    const [error] = errors ?? [];
    const code = String(error?.extensions?.['code'] ?? 'INTERNAL');
    // Who was told something was signed in.
    if (code === 'UNAUTHENTICATED' && last !== null) return SIGNED_OUT;
    if (error) throw fail(code, error.message);
    const [state] = Object.values(data ?? {});
    if (state === undefined) continue;
    last = state;
    tell(state);
  }
  return last;
}

async function polled<State>({ look, isFinished, tell }: Watched<State>): Promise<State> {
  for (let failures = 0; ;) {
    try {
      const state = await look();
      failures = 0;
      tell(state);
      if (isFinished(state)) return state;
    } catch (error) {
      failures += 1;
      if (failures > PATIENCE) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
