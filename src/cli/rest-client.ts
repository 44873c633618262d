import { setTimeout as pause } from 'node:timers/promises';
import type { z } from 'zod';
import type { OutputFormat } from '../domain/file/download-formats.ts';
import { ConvertError } from './convert-error.ts';
import { FileAnswer, UploadAnswer } from './file-answer.ts';

export type RestClient = ReturnType<typeof createRestClient>;

/** The documented routes, as any client calls them. Every failure is a `ConvertError`, save what `signal` aborts with. */
export function createRestClient(server: { url: string; token: string }, signal: AbortSignal) {
  const authorization = { Authorization: `Bearer ${server.token}` };

  const call = async (method: string, path: string, body?: object): Promise<Response> => {
    const response = await request(`${server.url}${path}`, {
      method,
      signal,
      headers: { ...authorization, ...(body ? { 'Content-Type': 'application/json' } : {}) },
      body: body ? JSON.stringify(body) : null,
    });
    if (!response.ok) throw await refusal(response, server.url);
    return response;
  };
  const ask = async <Answer>(shape: z.ZodType<Answer>, ...args: Parameters<typeof call>): Promise<Answer> => {
    const response = await call(...args);
    const answer = shape.safeParse(await response.json().catch(() => null));
    if (!answer.success) throw notOurs(server.url, answer.error);
    return answer.data;
  };

  return {
    requestUpload: (filename: string, content: Blob): Promise<UploadAnswer> =>
      ask(UploadAnswer, 'POST', '/files/upload-url', {
        filename: filename.replace(NOT_IN_NAMES, '_'),
        file_size: content.size,
        mime_type: content.type,
      }),

    /** The signed URL is the credential here: the token stays with its server. */
    async upload(uploadUrl: string, content: Blob): Promise<void> {
      const headers = { 'Content-Type': content.type };
      const response = await request(uploadUrl, { method: 'PUT', signal, headers, body: content });
      if (!response.ok) throw new ConvertError(`The statement could not be uploaded: ${await detailOf(response)}`);
    },

    process: (fileId: number, password: string | null): Promise<FileAnswer> =>
      ask(FileAnswer, 'POST', `/files/${fileId}/process`, password === null ? undefined : { password }),
    getFile: (fileId: number): Promise<FileAnswer> => ask(FileAnswer, 'GET', `/files/${fileId}`),

    async download(fileId: number, format: OutputFormat): Promise<ReadableStream<Uint8Array>> {
      const { body } = await call('GET', `/files/${fileId}/download?format=${format}`);
      if (!body) throw notOurs(server.url);
      return body;
    },
  };
}

/** What a file may be called on a disk, but not on every other one. */
const NOT_IN_NAMES = /[\p{Cc}\p{Cs}/\\]/gu;

const TRIES = 5;
const LONGEST_WAIT_SECONDS = 30;

/** Waits where the server asks for it. */
async function request(url: string, init: RequestInit & { signal: AbortSignal }, tries = TRIES): Promise<Response> {
  const response = await fetch(url, init).catch((cause: unknown) => {
    init.signal.throwIfAborted();
    throw new ConvertError(`${new URL(url).origin} does not answer: is the server running, and is its URL right?`, {
      cause,
    });
  });
  if (response.status !== 429 || tries <= 1) return response;
  await response.body?.cancel();
  const seconds = Math.min(Number(response.headers.get('Retry-After')) || 1, LONGEST_WAIT_SECONDS);
  await pause(seconds * 1000, undefined, { signal: init.signal });
  return request(url, init, tries - 1);
}

async function refusal(response: Response, url: string): Promise<ConvertError> {
  const detail = await detailOf(response);
  switch (response.status) {
    case 401:
      return new ConvertError(`${url} does not accept the token: get a new one, it may have expired.`);
    case 402:
      return new ConvertError(`${detail}: this statement needs a credit for each page. Buy some, then try again.`);
    case 404:
    case 405:
      return notOurs(url);
    case 429:
      return new ConvertError(`${url} is busy: try again in a minute.`);
    default:
      return response.status < 500
        ? new ConvertError(detail)
        : new ConvertError(`${url} has a problem of its own (${detail}): try again in a minute.`);
  }
}

/** What the server says is wrong, in one sentence. */
async function detailOf(response: Response): Promise<string> {
  const answer: unknown = await response.json().catch(() => null);
  const detail = typeof answer === 'object' && answer !== null && 'detail' in answer ? answer.detail : null;
  if (typeof detail === 'string') return detail;
  const first: unknown = Array.isArray(detail) ? detail[0] : null;
  if (typeof first === 'object' && first !== null && 'msg' in first) return String(first.msg);
  return `status ${response.status}`;
}

const notOurs = (url: string, cause?: unknown): ConvertError =>
  new ConvertError(`${url} does not answer like an Excellent Banking server: check --url.`, { cause });
