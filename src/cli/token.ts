import { createHash, randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type App, buildApp } from '../app.ts';
import { ConfigError, parseConfig } from '../config.ts';
import { adjustCredits } from '../domain/credit/adjust-credits.ts';
import { registerUser } from '../domain/user/register-user.ts';
import { createLog } from '../log.ts';

const USAGE = 'Usage: npm run -s token -- --email you@example.com [--credits 100]';

const options = z.object({
  email: z.email({ error: '--email must be an e-mail address' }),
  credits: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, '--credits must be a whole number above zero')
    .transform(Number)
    .optional(),
});

/**
 * Creates or finds the local user with this address and makes them a token. The address decides the user's id, so the
 * same address is always the same user.
 */
export async function issueLocalToken(
  app: App,
  wanted: { email: string; credits?: number | undefined },
): Promise<string> {
  const { localIssuer } = app.auth;
  if (!localIssuer)
    throw new Error('Tokens come from Clerk here: this command is for the local mode, without Clerk keys');
  const email = wanted.email.toLowerCase();
  const clerkUserId = `local_${createHash('sha256').update(email).digest('hex').slice(0, 24)}`;
  const user = await registerUser(app.services(), { clerkUserId, email, firstName: null, lastName: null });
  if (wanted.credits !== undefined) {
    const reason = 'Added by the token command';
    const idempotencyKey = randomUUID();
    await adjustCredits(app.services(), { userId: user.id, credits: wanted.credits, reason, idempotencyKey });
  }
  return localIssuer.issue({ sub: clerkUserId, email });
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { email: { type: 'string' }, credits: { type: 'string' } } });
  const wanted = options.safeParse(values);
  if (!wanted.success) throw new Error(`${wanted.error.issues[0]?.message}\n${USAGE}`);
  const app = await buildApp(parseConfig(process.env), { log: createLog('warn') });
  try {
    process.stdout.write(`${await issueLocalToken(app, wanted.data)}\n`);
  } finally {
    await app.stop();
  }
}

if (import.meta.main) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof ConfigError || error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
