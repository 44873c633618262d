import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../../../src/app.ts';
import { issueLocalToken } from '../../../src/cli/token.ts';
import { parseConfig } from '../../../src/config.ts';
import { createLog } from '../../../src/log.ts';
import { freePort } from '../free-port.ts';
import { startS3Server } from '../s3-server.ts';
import { type Member, startMember } from './member.ts';

export type Cluster = {
  apis: Member[];
  workers: Member[];
  /** What the members were given, but for their role and port. */
  environment: Record<string, string>;
  s3Url: string;
  /** Where the members and the S3 keep what they write to a disk. */
  folders: string[];
  /** The token of a user, who is made where there is none. */
  signIn(email: string, credits?: number): Promise<string>;
  /** One worker more. */
  addWorker(): Promise<Member>;
  stop(): Promise<void>;
};

export type ClusterOptions = {
  databaseUrl: string;
  apis?: number;
  workers?: number;
  environment?: Record<string, string>;
};

/** Some processes that serve and some that work, over one PostgreSQL and an S3 of their own. */
export async function startCluster({
  databaseUrl,
  apis: apiCount = 2,
  workers: workerCount = 2,
  environment: given = {},
}: ClusterOptions): Promise<Cluster> {
  const s3 = await startS3Server();
  const dataDir = await mkdtemp(join(tmpdir(), 'excellent-banking-cluster-'));
  const environment = {
    NODE_ENV: 'test',
    // The key of the tokens, which all of them have to know.
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    EXTRACTION_PROCESSES: '1',
    ...s3.environment,
    ...given,
  };
  const start = async (role: 'api' | 'worker', number: number): Promise<Member> => {
    const port = await freePort();
    return startMember(`${role} ${number}`, { ...environment, ROLE: role, PORT: String(port) });
  };
  const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
  const starts = await Promise.allSettled([
    ...numbers(apiCount).map((number) => start('api', number)),
    ...numbers(workerCount).map((number) => start('worker', number)),
  ]);
  const members = starts.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const apis = members.slice(0, apiCount);
  const workers = members.slice(apiCount);
  const stop = async (): Promise<void> => {
    await Promise.all([...apis, ...workers].map((member) => member.stop()));
    await s3.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  for (const result of starts) {
    if (result.status === 'fulfilled') continue;
    await stop();
    throw result.reason;
  }

  return {
    apis,
    workers,
    environment,
    s3Url: s3.environment.S3_ENDPOINT,
    folders: [dataDir, s3.directory],
    async addWorker() {
      workerCount += 1;
      const worker = await start('worker', workerCount);
      workers.push(worker);
      return worker;
    },
    async signIn(email, credits) {
      const app = await buildApp(parseConfig({ ...environment, PORT: '0' }), { log: createLog('silent') });
      try {
        return await issueLocalToken(app, { email, credits });
      } finally {
        await app.stop();
      }
    },
    stop,
  };
}
