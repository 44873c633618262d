import { createClient } from 'graphql-sse';
import type { FileState } from './answers.ts';
import { ask, fail } from './graphql.ts';
import { FILE_STATE, PROGRESS } from './operations.ts';
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

/**
 * Tells every change of the file until it is completed or has failed, and answers with its last state. Where the stream
 * breaks off (a proxy that buffers, a server that restarts) it goes on by asking again and again.
 */
export async function watchFile(id: string, tell: (state: FileState) => void): Promise<FileState> {
  const last = await streamed(id, tell).catch(() => null);
  return last && isFinished(last) ? last : polled(id, tell);
}

async function streamed(id: string, tell: (state: FileState) => void): Promise<FileState | null> {
  let last: FileState | null = null;
  const events = client.iterate<{ fileProgress: FileState }>({ query: PROGRESS.text, variables: { id } });
  for await (const { data, errors } of events) {
    const [error] = errors ?? [];
    if (error) throw fail(String(error.extensions?.['code'] ?? 'INTERNAL'), error.message);
    if (!data) continue;
    last = data.fileProgress;
    tell(last);
  }
  return last;
}

async function polled(id: string, tell: (state: FileState) => void): Promise<FileState> {
  for (let failures = 0; ;) {
    try {
      const { file } = await ask(FILE_STATE, { id });
      failures = 0;
      tell(file);
      if (isFinished(file)) return file;
    } catch (error) {
      failures += 1;
      if (failures > 5) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

const isFinished = ({ status }: FileState): boolean => status === 'COMPLETED' || status === 'ERROR';
