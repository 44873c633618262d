import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { KeeperMessage } from './keeper.ts';

/** `npm run cluster`: two servers and two workers over one PostgreSQL and one S3, until Ctrl-C. */
const keeper = fork(new URL('keeper.ts', import.meta.url), { detached: true });
const ended = once(keeper, 'exit');
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (!keeper.connected) return;
    process.stdout.write('\n  Stopping\n');
    keeper.disconnect();
  });
}
keeper.on('message', (message: KeeperMessage) => process.stdout.write(welcome(message)));
process.stdout.write('\n  Starting PostgreSQL, an S3, two servers and two workers\n');
const [code] = await ended;
process.exitCode = Number(code ?? 1);

function welcome({ members, s3Url, environment }: KeeperMessage): string {
  const lines = [
    ...members.map(({ name, url }) => [name, url]),
    ['S3', s3Url],
    ['PostgreSQL', environment['DATABASE_URL']],
  ].map(([name = '', url]) => `  ${name.padEnd(12)} ${url}`);
  const { DATA_DIR: dataDir, DATABASE_URL: databaseUrl } = environment;
  return [
    '',
    ...lines,
    '',
    '  The page, the playground and the documentation are at either of the servers. A token for both of them:',
    '',
    `  DATA_DIR=${dataDir} DATABASE_URL=${databaseUrl} npm run -s token -- --email you@example.com`,
    '',
    '  Ctrl-C ends all of it, and nothing is left behind.',
    '',
    '',
  ].join('\n');
}
