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
  const apis: Member[] = [];
  const workers: Member[] = [];
  const add = async (members: Member[], role: 'api' | 'worker', number = members.length + 1): Promise<Member> => {
    const port = await freePort();
    const member = await startMember(`${role} ${number}`, { ...environment, ROLE: role, PORT: String(port) });
    members.push(member);
    return member;
  };
  const stop = async (): Promise<void> => {
    await Promise.all([...apis, ...workers].map((member) => member.stop()));
    await s3.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
  const starts = await Promise.allSettled([
    ...numbers(apiCount).map((number) => add(apis, 'api', number)),
    ...numbers(workerCount).map((number) => add(workers, 'worker', number)),
  ]);
  for (const start of starts) {
    if (start.status === 'fulfilled') continue;
    await stop();
    throw start.reason;
  }

  return {
    apis,
    workers,
    environment,
    s3Url: s3.environment.S3_ENDPOINT,
    addWorker: () => add(workers, 'worker'),
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
