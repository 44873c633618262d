import { setTimeout as pause } from 'node:timers/promises';
import { type Answer, createClient, type FileAnswer } from '../client.ts';
import { type KnownStatement, knownStatement } from './known-statement.ts';

export type Load = {
  /** The files that a server has said it processes, with what is in each. */
  acknowledged: Map<number, KnownStatement>;
  /** Every answer that was not the one hoped for. */
  refusals: { call: string; status: number }[];
  /** How often there was no answer, since the server had gone. */
  brokenCalls: () => number;
  /** Resolves when every statement is acknowledged. */
  done: Promise<void>;
  /** What is wrong with the statements as they are answered now, by whichever server. */
  findWrongAnswers(): Promise<string[]>;
};

export type LoadOptions = {
  urls: string[];
  token: string;
  statements: number;
  /** Resolves when there may be one more. */
  mayContinue?: (acknowledged: number) => Promise<void>;
};

const CLIENTS = 8;
const PAUSE_MS = 100;

/**
 * Clients that have statements processed, by turns at each server. Where one breaks off or answers with a failure of its
 * own, they ask again, as any client would; whatever else is refused ends the load.
 */
export function startLoad({ urls, token, statements, mayContinue = async () => {} }: LoadOptions): Load {
  const clients = urls.map((url) => createClient(url, token));
  const acknowledged: Load['acknowledged'] = new Map();
  const refusals: Load['refusals'] = [];
  let brokenCalls = 0;
  let turn = 0;

  const ask = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    for (let attempt = 1; ; attempt += 1) {
      const client = clients[(turn += 1) % clients.length];
      const answer = await client?.call(method, path, body).catch((error: unknown) => {
        // What fetch throws where a connection is refused or breaks off.
        if (!(error instanceof TypeError)) throw error;
        brokenCalls += 1;
      });
      // It may have been done although nobody was told.
      const isDone = answer?.status === 200 || (attempt > 1 && answer?.status === 409);
      if (answer && isDone) return answer;
      if (answer) refusals.push({ call: `${method} ${path}`, status: answer.status });
      if (answer && answer.status < 500) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
      await pause(PAUSE_MS);
    }
  };

  const submit = async (statement: KnownStatement): Promise<void> => {
    const { filename, mimeType, bytes } = statement;
    const { body } = await ask('POST', '/files/upload-url', { filename, mime_type: mimeType });
    const { file_id: id, upload_url: uploadUrl } = body as { file_id: number; upload_url: string };
    if ((await clients[0]?.put(uploadUrl, bytes, mimeType)) !== 200) throw new Error('The store takes nothing');
    await ask('POST', `/files/${id}/process`);
    acknowledged.set(id, statement);
  };

  let next = 0;
  const beOneClient = async (): Promise<void> => {
    while (next < statements) {
      next += 1;
      const statement = knownStatement(next);
      await mayContinue(acknowledged.size);
      await submit(statement);
    }
  };

  const look = async (id: number, { amounts }: KnownStatement): Promise<string[]> => {
    const file = (await ask('GET', `/files/${id}`)).body as FileAnswer;
    if (file.status !== 'completed') return [`${id} is ${file.status}: ${JSON.stringify(file.processed_data)}`];
    const found = file.processed_data.statements.flatMap(({ transactions }) =>
      transactions.map(({ amount }) => amount),
    );
    const csv = String((await ask('GET', `/files/${id}/download?format=csv`)).body);
    const rows = csv.trimEnd().split('\r\n').length - 1;
    const isRight = JSON.stringify(found) === JSON.stringify(amounts) && rows === amounts.length;
    return isRight ? [] : [`${id} has ${amounts.length} rows, but ${found.length} are answered and ${rows} downloaded`];
  };

  return {
    acknowledged,
    refusals,
    brokenCalls: () => brokenCalls,
    done: Promise.all(Array.from({ length: CLIENTS }, beOneClient)).then(() => undefined),
    async findWrongAnswers() {
      const entries = [...acknowledged];
      const wrong: string[] = [];
      const lookOn = async (): Promise<void> => {
        for (let entry = entries.pop(); entry; entry = entries.pop()) wrong.push(...(await look(...entry)));
      };
      await Promise.all(Array.from({ length: CLIENTS }, lookOn));
      return wrong;
    },
  };
}
