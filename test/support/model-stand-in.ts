import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a model was asked, as its endpoint hears it. */
export type Question = {
  path: string;
  headers: IncomingHttpHeaders;
  body: { model: string; messages: { role: string; content: string }[]; response_format?: { type: string } };
};
/** Answers in its own way; `sayCompletion` is the usual one. */
export type Behaviour = (question: Question, response: ServerResponse) => void;

/** An endpoint on a loopback port that speaks OpenAI's protocol of chat completions, as far as anybody here does. */
export async function startModelStandIn(behaviour: Behaviour) {
  const asked: Question[] = [];
  let behave = behaviour;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const question = {
        path: request.url ?? '',
        headers: request.headers,
        body: JSON.parse(Buffer.concat(chunks).toString()),
      };
      asked.push(question);
      behave(question, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    becomes: (other: Behaviour) => {
      behave = other;
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

export const sayCompletion = (response: ServerResponse, content: string | null): void => {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.end(
    JSON.stringify({
      id: 'chatcmpl-1',
      object: 'chat.completion',
      created: 0,
      model: 'stand-in',
      choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }],
    }),
  );
};

type Word = { line: number; word: number; text: string };

/**
 * Reads the question as a model would: a line that begins with a date and ends with two figures is a row, lines
 * without any continue it, and a single figure before and after them is the balance.
 */
export function answerHonestly({ body }: Pick<Question, 'body'>) {
  const rows: Record<string, unknown>[] = [];
  const balances: { kind: string; at: number[] }[] = [];
  let before = 0;
  for (const words of linesOf(body.messages.at(-1)?.content ?? '')) {
    const [first] = words;
    const figures = words.filter(({ text }) => /^-?[\d,]+\.\d{2}$/.test(text));
    const date = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(first?.text ?? '');
    const [amount, balance] = figures;
    if (first !== undefined && date && amount !== undefined && balance !== undefined) {
      const after = centsOf(balance.text);
      rows.push({
        date: `${date[3]}-${date[2]}-${date[1]}`,
        date_at: at(first),
        amount: decimalOf(after - before),
        amount_at: at(amount),
        balance: decimalOf(after),
        balance_at: at(balance),
        lines: [first.line],
      });
      before = after;
    } else if (amount !== undefined) {
      balances.push({ kind: rows.length === 0 ? 'opening' : 'closing', at: at(amount) });
      before = centsOf(amount.text);
    }
  }
  return { rows, balances };
}

function linesOf(question: string): Word[][] {
  return question.split('\n').flatMap((text) => {
    const match = /^(\d+): (.*)$/.exec(text);
    if (match === null) return [];
    const words = [...(match[2] ?? '').matchAll(/(?:^| \| )(\d+)@\d+-\d+ (\S+)/g)];
    return [words.map(([, word, said]) => ({ line: Number(match[1]), word: Number(word), text: said ?? '' }))];
  });
}

const at = ({ line, word }: Word): number[] => [line, word];
const centsOf = (text: string): number => Math.round(Number(text.replaceAll(',', '')) * 100);
const decimalOf = (cents: number): string => (cents / 100).toFixed(2);
