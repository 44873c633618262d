import { buildApp } from './app.ts';
import { ConfigError, parseConfig } from './config.ts';
import { createLog } from './log.ts';
import { welcome } from './welcome.ts';

/** Environment in, server up; SIGTERM and SIGINT drain it. */
async function main(): Promise<void> {
  const config = parseConfig(process.env);
  const log = createLog(config.logLevel);
  const app = await buildApp(config, { log });

  let askedAt: number | undefined;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (askedAt !== undefined) {
        // Whoever asks twice does not want to wait. At once, it is only npm passing on what the terminal has sent.
        if (performance.now() - askedAt > ECHO_MS) process.exit(1);
        return;
      }
      askedAt = performance.now();
      log.info({ signal }, 'stopping');
      void app.stop().then(() => process.exit(0));
    });
  }

  const url = await app.start();
  process.stdout.write(welcome(config, url));
}

/** Within this time, a second signal is the first one's echo. */
const ECHO_MS = 500;

main().catch((error: unknown) => {
  if (error instanceof ConfigError) process.stderr.write(`${error.message}\n`);
  else console.error(error);
  process.exit(1);
});
