import type { Services } from '../services.ts';
import { UsageRecord } from './usage-record.entity.ts';

export type Usage = {
  userId: number;
  fileId: number;
  run: number;
  fileSize: number;
  totalPages: number;
  totalCharacters: number;
  creditsConsumed: number;
};

/** Notes one successful processing. Belongs to the transaction that completes the file. */
export function recordUsage({ em, clock }: Pick<Services, 'em' | 'clock'>, usage: Usage): void {
  em.create(UsageRecord, { ...usage, createdAt: clock() });
}
