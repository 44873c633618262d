import type OpenAI from 'openai';
import { ANSWER_SCHEMA } from '../extraction/second-reader/answer.ts';
import { INSTRUCTIONS } from '../extraction/second-reader/instructions.ts';
import { boundedFetch } from './bounded-fetch.ts';

export type ModelSettings = {
  /** Where the endpoint's paths begin: `https://api.example.com/v1`. */
  readonly url: string;
  readonly name: string;
  /** Null for endpoints that ask for none. */
  readonly key: string | null;
  /** For the whole answer. */
  readonly timeoutMs: number;
};

/** Asks about the words of a statement; what comes back is whatever the model said. Throws where nothing does. */
export type AskModel = (question: string, signal?: AbortSignal) => Promise<string>;

/** An answer of ten dense pages takes some 100 kB; nobody has to listen to more than this. */
const MOST_BYTES = 4 * 1024 ** 2;
/** What an endpoint may answer that does not know one of the options. */
const UNKNOWN_OPTION = new Set([400, 422]);

/** A model behind any endpoint that speaks OpenAI's protocol of chat completions. */
export function createAskModel(settings: ModelSettings): AskModel {
  const { name, timeoutMs } = settings;
  const complete = async (question: string, signal: AbortSignal, options: object): Promise<string> => {
    const client = await openClient(settings);
    const completion = await client.chat.completions.create(
      {
        model: name,
        messages: [
          { role: 'system', content: INSTRUCTIONS },
          { role: 'user', content: question },
        ],
        ...options,
      },
      { signal },
    );
    return completion.choices[0]?.message?.content ?? '';
  };

  return async (question, signal) => {
    const timeout = AbortSignal.timeout(timeoutMs);
    const either = signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
    try {
      return await complete(question, either, EXACT);
    } catch (error) {
      if (!UNKNOWN_OPTION.has(statusOf(error))) throw error;
      return complete(question, either, {});
    }
  };
}

/** Loaded with the first question: a server that asks nobody, or not yet, need not have it. */
async function openClient({ url, key, timeoutMs }: ModelSettings): Promise<OpenAI> {
  const { default: Client } = await import('openai');
  return new Client({
    baseURL: url,
    apiKey: key ?? 'none',
    // What the environment says for other programs is not meant for this one.
    organization: null,
    project: null,
    maxRetries: 0,
    timeout: timeoutMs,
    logLevel: 'off',
    fetch: boundedFetch(MOST_BYTES),
  });
}

const statusOf = (error: unknown): number =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : 0;

/** The same answer to the same question, in the shape that was asked for, from those who can. */
const EXACT = {
  temperature: 0,
  response_format: {
    type: 'json_schema',
    json_schema: { name: 'entries', strict: true, schema: ANSWER_SCHEMA },
  },
} as const;
