import { parseArgs } from 'node:util';
import { ConfigError, parseConfig } from '../config.ts';
import { backUp, type BackedUp } from './back-up.ts';

const USAGE = 'Usage: npm run backup -- <folder that does not exist yet>';

/** Copies the data of a server that may go on working meanwhile. */
async function main(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [folder, ...more] = positionals;
  if (!folder || more.length > 0) throw new Error(USAGE);
  const config = parseConfig(process.env);
  process.stdout.write(describe(await backUp(config, folder)));
}

function describe({ folder, database, objects }: BackedUp): string {
  const lines = [
    `The backup is in ${folder}`,
    database
      ? `  database: ${database}, checked`
      : '  database: not in it. PostgreSQL is backed up with pg_dump, before this command rather than after it',
    objects === null
      ? '  objects: not in it. They are in the S3 store, which keeps versions where its bucket is told to'
      : `  objects: ${objects}`,
    '  keys: those of DATA_DIR. Whoever has them can sign URLs and tokens: keep the folder as safe as the server',
  ];
  return `${lines.join('\n')}\n`;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigError || error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
