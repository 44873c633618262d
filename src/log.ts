import { AsyncLocalStorage } from 'node:async_hooks';
import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger } from 'pino';

const currentRequest = new AsyncLocalStorage<{ requestId: string }>();

/** Runs a request so that every line logged on its behalf, however deep, carries its id. */
export const withRequestId = <T>(requestId: string, run: () => T): T => currentRequest.run({ requestId }, run);

/** The id of the request that is being answered; null outside of any. */
export const currentRequestId = (): string | null => currentRequest.getStore()?.requestId ?? null;

/**
 * Structured logs, a JSON line each, on stderr: stdout belongs to what a command prints. Nobody
 * logs credentials; where headers are logged by mistake, they are removed by name.
 */
export function createLog(level: string, destination: DestinationStream = pino.destination(2)): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: describeError },
      // A copy: pino writes the fields of the line into what it is given, and they would be in every line to come.
      mixin: () => ({ ...currentRequest.getStore() }),
      redact: {
        paths: SECRETS.flatMap((name) => [`["${name}"]`, `headers["${name}"]`]),
        censor: '[removed]',
      },
    },
    destination,
  );
}

/**
 * What may be known of an error. A database's errors quote the rows they are about, in fields and at the end of their
 * message: what users have given us belongs into no log.
 */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  const frames = stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: name,
    message: name.endsWith('Exception') ? reasonOf(message) : message,
    ...('code' in error ? { code: error.code } : {}),
    stack: frames?.join('\n'),
    ...(cause === undefined ? {} : { cause: describeError(cause) }),
  };
}

/** MikroORM's errors say `<the whole statement> - <reason>`, and the reason may go on with the values. */
const reasonOf = (message: string): string => message.replace(/^.* - (?=\S)/s, '').split('\n', 1)[0] ?? '';

const SECRETS = ['authorization', 'Authorization', 'x-admin-key', 'cookie', 'token', 'password', 'signature', 'secret'];
