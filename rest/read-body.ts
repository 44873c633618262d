import { AppError } from '../src/errors.ts';
import { findJsonFault } from './json-fault.ts';
import { ValidationFailed } from './validation-failed.ts';

/**
 * The body as FastAPI gives it to a route: undefined where there is none; what the JSON says where the content type is
 * JSON or missing; the bare text otherwise, which then is no object. Throws `TOO_LARGE`, and `ValidationFailed` where
 * JSON was promised and is not.
 */
export async function readBody(request: Request, maxBytes: number): Promise<unknown> {
  const bytes = await readBytes(request, maxBytes);
  if (bytes.byteLength === 0) return undefined;
  const text = decode(bytes);
  return isJson(request.headers.get('content-type')) ? parse(text) : text;
}

/** The body as it came. Throws `TOO_LARGE`, and `BAD_USER_INPUT` where the client ends in the middle. */
export async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of arriving(request)) {
    size += chunk.byteLength;
    if (size > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function* arriving({ body }: Request): AsyncGenerator<Uint8Array> {
  try {
    yield* body ?? [];
  } catch (error) {
    // Nobody is left to read it, but it is no fault of ours either.
    throw new AppError('BAD_USER_INPUT', 'The request body broke off', { cause: error });
  }
}

const tooLarge = (maxBytes: number): AppError =>
  new AppError('TOO_LARGE', `The request body is larger than the limit of ${maxBytes} bytes`);

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

function decode(bytes: Uint8Array): string {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    throw invalidJson(0, 'Invalid UTF-8');
  }
}

const isJson = (contentType: string | null): boolean =>
  contentType === null || /^\s*application\/(?:[^;\s]+\+)?json\s*(?:;|$)/i.test(contentType);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const fault = findJsonFault(text);
    if (!fault) throw error;
    throw invalidJson(fault.offset, fault.error);
  }
}

const invalidJson = (offset: number, error: string): ValidationFailed =>
  new ValidationFailed([
    { type: 'json_invalid', loc: ['body', offset], msg: 'JSON decode error', input: {}, ctx: { error } },
  ]);
