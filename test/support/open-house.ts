import { buildApp } from '../../src/app.ts';
import { issueLocalToken } from '../../src/cli/token.ts';
import { parseConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { createClient } from './client.ts';
import { startCluster } from './cluster/start-cluster.ts';
import { ADMIN_KEY, startTestApp, type TestApp } from './test-app.ts';
import { createTestDatabase } from './test-database.ts';

/** Which house the stories of this run happen in (`TEST_HOUSE`): one process, or two servers and two workers. */
export const isCluster = process.env['TEST_HOUSE'] === 'cluster';

/**
 * The product at work, whatever it consists of: a story that is told of one process is true of many. Of a cluster, every
 * call goes to the other server than the one before.
 */
export const openHouse = (environment: Record<string, string> = {}): Promise<TestApp> =>
  isCluster ? openCluster(environment) : startTestApp(environment);

async function openCluster(given: Record<string, string>): Promise<TestApp> {
  const database = await createTestDatabase();
  if (database.location.engine !== 'postgresql') throw new Error('A cluster needs PostgreSQL');
  const environment = { ADMIN_API_KEY: ADMIN_KEY, LOG_LEVEL: 'debug', ...given };
  const cluster = await startCluster({ databaseUrl: database.location.url, environment });
  // It serves nobody: tokens and users are made here, as by the command line.
  const desk = await buildApp(parseConfig({ ...cluster.environment, PORT: '0' }), { log: createLog('silent') });
  let turn = 0;
  const nextServer = (): string => cluster.apis[(turn += 1) % cluster.apis.length]?.url ?? '';
  return {
    get url() {
      return nextServer();
    },
    logged: () => [...cluster.apis, ...cluster.workers].map(({ output }) => output()).join(''),
    environment: cluster.environment,
    folders: cluster.folders,
    signIn: async (email, credits) => createClient(nextServer, await issueLocalToken(desk, { email, credits })),
    sessionOf: async (clerkUserId) => {
      if (!desk.auth.localIssuer) throw new Error('Tokens come from Clerk here');
      const token = await desk.auth.localIssuer.issue({ sub: clerkUserId, email: 'somebody@example.com' });
      return createClient(nextServer, token);
    },
    database,
    async stop() {
      await desk.stop();
      await cluster.stop();
      await database.close();
    },
  };
}
