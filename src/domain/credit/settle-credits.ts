import type { Services } from '../services.ts';
import { LedgerTransfer } from './ledger-transfer.entity.ts';
import type { FileRun } from './reserve-credits.ts';
import { fileRunKey } from './rules.ts';
import { transferCredits } from './transfer-credits.ts';

type Ledger = Pick<Services, 'em' | 'clock'>;

/** The run succeeded: what was set aside is spent. Returns the credits that it cost. */
export const postCredits = (ledger: Ledger, run: FileRun): Promise<number> => settle(ledger, run, 'usage');

/** The run failed or was abandoned: what was set aside is given back. Returns the credits given back. */
export const voidCredits = (ledger: Ledger, run: FileRun): Promise<number> => settle(ledger, run, 'void');

/** Both use one idempotency key, so that a run that was posted can never be voided, nor the other way round. */
async function settle(ledger: Ledger, { userId, fileId, run }: FileRun, type: 'usage' | 'void'): Promise<number> {
  const cause = fileRunKey(fileId, run);
  const reservation = await ledger.em.findOne(LedgerTransfer, { idempotencyKey: cause });
  if (!reservation) return 0;
  const credits = Math.abs(reservation.credits);
  await transferCredits(ledger, {
    userId,
    type,
    credits: type === 'usage' ? -credits : credits,
    idempotencyKey: `${cause}:settled`,
    description: `${type === 'usage' ? 'Processed' : 'Given back for'} file ${fileId}`,
    reference: cause,
  });
  return credits;
}
