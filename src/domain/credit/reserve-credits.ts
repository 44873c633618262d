import type { Services } from '../services.ts';
import { fileRunKey } from './rules.ts';
import { transferCredits } from './transfer-credits.ts';

export type FileRun = { userId: number; fileId: number; run: number };

/** Sets credits aside for one processing run. Throws `INSUFFICIENT_CREDITS`. A run that costs nothing reserves nothing. */
export async function reserveCredits(
  services: Pick<Services, 'em' | 'clock'>,
  { userId, fileId, run }: FileRun,
  credits: number,
): Promise<void> {
  if (credits === 0) return;
  await transferCredits(services, {
    userId,
    type: 'reservation',
    credits: -credits,
    idempotencyKey: fileRunKey(fileId, run),
    description: `Set aside for file ${fileId}`,
    reference: fileRunKey(fileId, run),
  });
}
