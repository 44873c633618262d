import { afterEach, expect, test } from 'vitest';
import { createAskModel } from '../../src/model/ask-model.ts';
import { type Behaviour, sayCompletion, startModelStandIn } from '../support/model-stand-in.ts';

let stop: (() => Promise<void>) | undefined;
afterEach(async () => {
  await stop?.();
  stop = undefined;
});
const start = async (behaviour: Behaviour, settings: { timeoutMs?: number; key?: string | null } = {}) => {
  const endpoint = await startModelStandIn(behaviour);
  stop = endpoint.close;
  const ask = createAskModel({ url: endpoint.url, name: 'reader-7b', key: 'sesame', timeoutMs: 60_000, ...settings });
  return { endpoint, ask };
};

test('a model is asked by name, with its key, for JSON of a given shape', async () => {
  const { endpoint, ask } = await start((_, response) => sayCompletion(response, '{"rows": []}'));
  expect(await ask('12: 0@1-2 Coffee')).toBe('{"rows": []}');
  const [question] = endpoint.asked;
  expect(question).toMatchObject({
    path: '/v1/chat/completions',
    headers: { authorization: 'Bearer sesame' },
    body: {
      model: 'reader-7b',
      temperature: 0,
      messages: [{ role: 'system' }, { role: 'user', content: '12: 0@1-2 Coffee' }],
      response_format: { type: 'json_schema', json_schema: { strict: true } },
    },
  });
});

test('an endpoint that knows no schemas is asked once more without', async () => {
  const { endpoint, ask } = await start(({ body }, response) => {
    if (body.response_format === undefined) sayCompletion(response, 'as I like');
    else response.writeHead(400, { 'Content-Type': 'application/json' }).end('{"error": {"message": "no schemas"}}');
  });
  expect(await ask('question')).toBe('as I like');
  expect(endpoint.asked).toHaveLength(2);
});

test('a model that says nothing has said nothing', async () => {
  const { ask } = await start((_, response) => sayCompletion(response, null));
  expect(await ask('question')).toBe('');
});

test.each<[string, Behaviour]>([
  ['answers with an error of its own', (_, response) => response.writeHead(500).end('{"error": "overloaded"}')],
  ['refuses the key', (_, response) => response.writeHead(401).end('{}')],
  ['refuses every option', (_, response) => response.writeHead(422).end('{}')],
  ['leads elsewhere', (_, response) => response.writeHead(307, { Location: 'http://127.0.0.1:1/' }).end()],
  ['hangs up', (_, response) => response.destroy()],
  [
    'breaks off',
    (_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.write('{"choices": [', () => response.destroy());
    },
  ],
  [
    'answers with no JSON',
    (_, response) => response.writeHead(200, { 'Content-Type': 'application/json' }).end('<html>'),
  ],
  ['answers without end', (_, response) => sayCompletion(response, 'a'.repeat(5 * 1024 ** 2))],
])('an endpoint that %s is no reason to wait or to crash', async (_, behaviour) => {
  const { endpoint, ask } = await start(behaviour);
  await expect(ask('question')).rejects.toThrow(Error);
  expect(endpoint.asked.length).toBeLessThanOrEqual(2);
});

test.each<[string, Behaviour]>([
  ['does not answer', () => undefined],
  [
    'begins to answer and never ends',
    (_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.write('{"choices": [');
    },
  ],
])('an endpoint that %s is waited for as long as it may take', async (_, behaviour) => {
  const { ask } = await start(behaviour, { timeoutMs: 200 });
  await expect(ask('question')).rejects.toThrow(Error);
});

test('who asked need not wait either', async () => {
  const { ask } = await start(() => undefined);
  const gone = new AbortController();
  const asking = ask('question', gone.signal);
  gone.abort(new Error('gone'));
  await expect(asking).rejects.toThrow(Error);
});
