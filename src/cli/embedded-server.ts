import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../app.ts';
import { parseConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { issueLocalToken } from './token.ts';

export type EmbeddedServer = { url: string; token: string } & AsyncDisposable;

/**
 * A server for one command, on a free port of this machine alone, with one user whose credits do not run out. Its data
 * lie in a temporary folder that goes with it. Of the environment it takes the limits and LOG_LEVEL, and throws a
 * `ConfigError` where they are wrong.
 */
export async function startEmbeddedServer(environment: NodeJS.ProcessEnv): Promise<EmbeddedServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'excellent-banking-'));
  const removeData = () => rmSync(dataDir, { recursive: true, force: true });
  // Nothing is left behind by a crash either.
  process.once('exit', removeData);

  const config = parseConfig({
    LOG_LEVEL: 'error',
    MAX_UPLOAD_BYTES: String(2 ** 30),
    ...pick(environment, PASSED_ON),
    HOST: '127.0.0.1',
    PORT: '0',
    PUBLIC_URL: 'http://127.0.0.1:0',
    DATA_DIR: dataDir,
    SIGNUP_CREDITS: '1000000',
    CONSOLE: 'off',
  });
  const log = createLog(config.logLevel);
  const app = await buildApp(config, { log });
  const url = await app.start();
  const token = await issueLocalToken(app, { email: 'you@localhost' });

  return {
    url,
    token,
    async [Symbol.asyncDispose]() {
      // What the command was interrupted in ends here, and that is no news.
      log.level = 'silent';
      await app.stop();
      removeData();
      process.off('exit', removeData);
    },
  };
}

const PASSED_ON = [
  'LOG_LEVEL',
  'MAX_UPLOAD_BYTES',
  'MAX_PAGES',
  'EXTRACTION_TIME_MS',
  'EXTRACTION_MEMORY_BYTES',
  'EXTRACTION_PROCESSES',
];

/** Those of the variables that are set to something. */
const pick = (environment: NodeJS.ProcessEnv, names: string[]): NodeJS.ProcessEnv =>
  Object.fromEntries(names.flatMap((name) => (environment[name]?.trim() ? [[name, environment[name]]] : [])));
