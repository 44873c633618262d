import { buildApp } from './app.ts';
import { ConfigError, parseConfig } from './config.ts';
import { createLog } from './log.ts';
import { welcome } from './welcome.ts';

/** Environment in, server up; SIGTERM and SIGINT drain it. */
async function main(): Promise<void> {
  const config = parseConfig(process.env);
  const log = createLog(config.logLevel);
  const app = await buildApp(config, { log });

  let stopping: Promise<void> | undefined;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      // Whoever asks twice does not want to wait.
      if (stopping) process.exit(1);
      log.info({ signal }, 'stopping');
      stopping = app.stop().then(() => process.exit(0));
    });
  }

  const url = await app.start();
  process.stdout.write(welcome(config, url));
}

main().catch((error: unknown) => {
  if (error instanceof ConfigError) process.stderr.write(`${error.message}\n`);
  else console.error(error);
  process.exit(1);
});
