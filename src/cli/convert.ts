import { basename } from 'node:path';
import { ConfigError } from '../config.ts';
import { printable } from '../workbook/printable-text.ts';
import { askPassword } from './ask-password.ts';
import { checkOutput } from './check-output.ts';
import { ConvertError } from './convert-error.ts';
import { type ConvertOptions, readOptions, USAGE } from './convert-options.ts';
import { convertStatement } from './convert-statement.ts';
import { describeDocument } from './describe-document.ts';
import type { EmbeddedServer } from './embedded-server.ts';
import type { DocumentAnswer } from './file-answer.ts';
import { openStatement } from './open-statement.ts';
import { createProgress } from './progress.ts';
import { createRestClient } from './rest-client.ts';

/** Turns one statement into a workbook and prints what was read. */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options === null) {
    process.stdout.write(USAGE);
    return;
  }
  const document = await convert(options, interruption());
  process.stdout.write(describeDocument(document, options.outputPath));
}

async function convert(options: ConvertOptions, signal: AbortSignal): Promise<DocumentAnswer> {
  const { statementPath, password, outputPath, format } = options;
  const content = await openStatement(statementPath);
  await checkOutput(outputPath, statementPath);

  await using server = options.server ? keptRunning(options.server) : await startOwnServer();
  signal.throwIfAborted();
  using progress = createProgress(process.stderr);
  const client = createRestClient(server, signal);
  const filename = basename(statementPath);
  const job = { filename, content, password, outputPath, format };
  return await convertStatement(job, {
    client,
    progress,
    askPassword: () => askPassword(filename, signal),
    signal,
  });
}

const keptRunning = (server: { url: string; token: string }) => ({
  ...server,
  [Symbol.asyncDispose]: async () => undefined,
});

/** The server's code is loaded by those alone who need one of their own: it takes longer than all the rest. */
async function startOwnServer(): Promise<EmbeddedServer> {
  const { startEmbeddedServer } = await import('./embedded-server.ts');
  return startEmbeddedServer(process.env);
}

const SIGNAL_NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

class Interrupted extends Error {
  readonly exitCode: number;

  constructor(signalNumber: number) {
    super('Stopped.');
    this.exitCode = 128 + signalNumber;
  }
}

/** Aborts at the first signal. Those that follow change nothing: npm passes on what the terminal already sent. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const [name, number] of Object.entries(SIGNAL_NUMBERS)) {
    process.on(name, () => controller.abort(new Interrupted(number)));
  }
  return controller.signal;
}

main().catch((error: unknown) => {
  const expected = error instanceof ConvertError || error instanceof Interrupted;
  process.exitCode = expected ? error.exitCode : 1;
  if (expected || error instanceof ConfigError) process.stderr.write(`${printable(error.message)}\n`);
  else console.error('Something went wrong here:', error);
});
