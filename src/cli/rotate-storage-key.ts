import { parseArgs } from 'node:util';
import { SIGNED_URL_LIFETIME_MS } from '../app/signed-url-lifetime.ts';
import { systemClock } from '../clock.ts';
import { parseConfig } from '../config.ts';
import { rotateSigningKey } from '../storage/rotate-signing-key.ts';
import { signingKeyFile } from '../storage/signing-keys.ts';

/** A process may just be signing with the key that is being replaced, and its clock may be ahead. */
const MARGIN_MS = 60_000;

/** Has a running server sign its URLs with a new key. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { 'at-once': { type: 'boolean' } } });
  const config = parseConfig(process.env);
  if (config.s3) throw new Error('URLs are signed by the S3 store here, with the credentials that it has given out');
  const now = systemClock();
  const acceptedUntil = values['at-once'] ? null : new Date(now.getTime() + SIGNED_URL_LIFETIME_MS + MARGIN_MS);
  await rotateSigningKey(signingKeyFile(config.dataDir), now, acceptedUntil);
  process.stdout.write(
    acceptedUntil
      ? `URLs are signed with a new key. Those signed before are good until they expire, ${acceptedUntil.toISOString()} at the latest\n`
      : 'URLs are signed with a new key. Those signed before are refused\n',
  );
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
