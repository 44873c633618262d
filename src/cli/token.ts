import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type App, buildApp } from '../app.ts';
import { parseConfig } from '../config.ts';
import { adjustCredits } from '../domain/credit/adjust-credits.ts';
import { signInLocally } from '../domain/user/sign-in-locally.ts';
import { createLog } from '../log.ts';
import { Misused, runTool } from './run-tool.ts';

const options = z.object({
  email: z.email({ error: '--email must be an e-mail address' }),
  credits: z
    .string()
    .regex(/^[1-9]\d{0,8}$/, '--credits must be a whole number above zero')
    .transform(Number)
    .optional(),
});

/** A token for the local user with this address, who is made where there is none, and given credits where some are wanted. */
export async function issueLocalToken(
  app: App,
  wanted: { email: string; credits?: number | undefined },
): Promise<string> {
  const { localIssuer } = app.auth;
  if (!localIssuer)
    throw new Error('Tokens come from Clerk here: this command is for the local mode, without Clerk keys');
  const { userId, token } = await signInLocally(app.services(), localIssuer, wanted.email);
  if (wanted.credits !== undefined) {
    const reason = 'Added by the token command';
    const idempotencyKey = randomUUID();
    await adjustCredits(app.services(), { userId, credits: wanted.credits, reason, idempotencyKey });
  }
  return token;
}

async function main(values: { email?: string; credits?: string }): Promise<void> {
  const wanted = options.safeParse(values);
  if (!wanted.success) throw new Misused(wanted.error.issues[0]?.message);
  const app = await buildApp(parseConfig(process.env), { log: createLog('warn') });
  try {
    process.stdout.write(`${await issueLocalToken(app, wanted.data)}\n`);
  } finally {
    await app.stop();
  }
}

if (import.meta.main) {
  await runTool({
    usage: 'npm run -s token -- --email you@example.com [--credits 100]',
    options: { email: { type: 'string' }, credits: { type: 'string' } },
    main: ({ values }) => main(values),
  });
}
