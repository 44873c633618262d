import { parseConfig } from '../config.ts';
import { migrate } from '../database/migrate.ts';
import { openDatabase } from '../database/orm.ts';
import { runTool } from './run-tool.ts';

/** Brings the schema of the configured database up to date, and says what was missing. */
async function main(): Promise<void> {
  const orm = await openDatabase(parseConfig(process.env).database);
  try {
    const applied = await migrate(orm);
    process.stdout.write(applied.length === 0 ? 'Nothing to migrate\n' : applied.map((name) => `${name}\n`).join(''));
  } finally {
    await orm.close();
  }
}

await runTool({ usage: 'npm run migrate', main });
