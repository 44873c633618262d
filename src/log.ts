import { AsyncLocalStorage } from 'node:async_hooks';
import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger } from 'pino';

const currentRequest = new AsyncLocalStorage<{ requestId: string }>();

/** Runs a request so that every line logged on its behalf, however deep, carries its id. */
export const withRequestId = <T>(requestId: string, run: () => T): T => currentRequest.run({ requestId }, run);

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
      mixin: () => currentRequest.getStore() ?? {},
      redact: {
        paths: SECRETS.flatMap((name) => [`["${name}"]`, `headers["${name}"]`]),
        censor: '[removed]',
      },
    },
    destination,
  );
}

const SECRETS = ['authorization', 'Authorization', 'x-admin-key', 'cookie', 'token', 'password', 'signature', 'secret'];
