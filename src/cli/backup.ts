import { parseConfig } from '../config.ts';
import { backUp, type BackedUp } from './back-up.ts';
import { Misused, runTool } from './run-tool.ts';

/** Copies the data of a server that may go on working meanwhile. */
async function main([folder, ...more]: string[]): Promise<void> {
  if (!folder || more.length > 0) throw new Misused('One folder is needed');
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

await runTool({
  usage: 'npm run backup -- <folder that does not exist yet>',
  allowPositionals: true,
  main: ({ positionals }) => main(positionals),
});
