import type { Client } from './client.ts';

export type SeenProgress = { status: string; progress: number };

/**
 * Listens to the server-sent events of a file's progress. Resolves once the server has begun to answer; `seen` once it
 * has ended the events.
 */
export async function watchFile(client: Client, id: number | string): Promise<{ seen: Promise<SeenProgress[]> }> {
  const response = await openEvents(client, id);
  if (!response.body) throw new Error('Nothing to listen to');
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const readMore = async (): Promise<boolean> => {
    const { done, value = '' } = await reader.read();
    text += value;
    return !done;
  };
  while (!text.includes('data: ') && (await readMore()));
  const readOn = async (): Promise<SeenProgress[]> => {
    while (await readMore());
    return [...text.matchAll(/^data: (.+)$/gm)].map(([, json = '']) => JSON.parse(json).data.fileProgress);
  };
  return { seen: readOn() };
}

/** The stream of a file's progress, or the refusal of it. */
export const openEvents = ({ url, token }: Client, id: number | string): Promise<Response> =>
  fetch(new URL('/graphql', url), {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', Accept: 'text/event-stream' },
    body: JSON.stringify({
      query: 'subscription ($id: ID!) { fileProgress(id: $id) { status progress } }',
      variables: { id },
    }),
  });
