import { once } from 'node:events';
import { startPostgresql } from '../postgresql-server.ts';
import { type Cluster, startCluster } from './start-cluster.ts';

export type KeeperMessage = Pick<Cluster, 'environment' | 's3Url'> & { members: { name: string; url: string }[] };

/**
 * Holds a cluster and its PostgreSQL for as long as the parent lives. It is a process of its own, out of the terminal's
 * reach: Ctrl-C would hit the database together with those who have to finish with it first.
 */
async function keep(databaseUrl: string): Promise<void> {
  const parentGone = once(process, 'disconnect');
  const cluster = await startCluster({ databaseUrl, environment: { NODE_ENV: 'development' } });
  const { environment, s3Url } = cluster;
  const members = [...cluster.apis, ...cluster.workers].map(({ name, url }) => ({ name, url }));
  if (process.connected) process.send?.({ environment, s3Url, members } satisfies KeeperMessage);
  await parentGone;
  await cluster.stop();
}

const postgresql = await startPostgresql();
try {
  await keep(`${postgresql.url}/excellent_banking`);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await postgresql.stop();
}
process.exit();
