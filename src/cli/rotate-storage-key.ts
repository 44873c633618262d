import { SIGNED_URL_LIFETIME_MS } from '../app/signed-url-lifetime.ts';
import { systemClock } from '../clock.ts';
import { parseConfig } from '../config.ts';
import { rotateSigningKey } from '../storage/rotate-signing-key.ts';
import { signingKeyFile } from '../storage/signing-keys.ts';
import { runTool } from './run-tool.ts';

/** A process may just be signing with the key that is being replaced, and its clock may be ahead. */
const MARGIN_MS = 60_000;

/** Has a running server sign its URLs with a new key. */
async function main(atOnce: boolean): Promise<void> {
  const config = parseConfig(process.env);
  if (config.s3) throw new Error('URLs are signed by the S3 store here, with the credentials that it has given out');
  const now = systemClock();
  const acceptedUntil = atOnce ? null : new Date(now.getTime() + SIGNED_URL_LIFETIME_MS + MARGIN_MS);
  await rotateSigningKey(signingKeyFile(config.dataDir), now, acceptedUntil);
  process.stdout.write(
    acceptedUntil
      ? `URLs are signed with a new key. Those signed before are good until they expire, ${acceptedUntil.toISOString()} at the latest\n`
      : 'URLs are signed with a new key. Those signed before are refused\n',
  );
}

await runTool({
  usage: 'npm run rotate:storage [-- --at-once]',
  options: { 'at-once': { type: 'boolean' } },
  main: ({ values }) => main(values['at-once'] ?? false),
});
