/**
 * The process that writes what a dashboard holds, started by `combiner.ts`. Members come one at a time and outputs go
 * part by part, so that nobody else ever holds more than one of either. It ends when the one that started it does.
 */
import { once } from 'node:events';
import { AppError } from '../errors.ts';
import type { ExtractedDocument } from '../extraction/statement.ts';
import type { CombinedMember } from '../workbook/combined/combined-member.ts';
import { mergeMembers } from '../workbook/combined/merge-members.ts';
import { writeCombined } from '../workbook/combined/write-combined.ts';
import type { CombineCall, CombineFailure, CombineReply, CombineTask } from './combine-messages.ts';

process.once('disconnect', () => process.exit());

const received = async <Message>(): Promise<Message> => {
  const [message] = await once(process, 'message');
  return message as Message;
};

const call = (asked: CombineCall): Promise<CombineReply> => {
  const replied = received<CombineReply>();
  process.send?.(asked);
  return replied;
};

const loadMembers = async (): Promise<CombinedMember[]> => {
  const members: CombinedMember[] = [];
  for (;;) {
    const { member } = await call({ ask: 'member' });
    if (!member) return members;
    const { fileId, filename, text } = member;
    members.push({ fileId, filename, document: withoutPlaces(JSON.parse(text) as ExtractedDocument) });
  }
};

/** Where a row stands on its page is a third of what is known of it, and no output says it. */
const withoutPlaces = (document: ExtractedDocument): ExtractedDocument => ({
  ...document,
  statements: document.statements.map((statement) => ({
    ...statement,
    transactions: statement.transactions.map((row) => ({
      date: row.date,
      valueDate: row.valueDate,
      description: row.description,
      reference: row.reference,
      amount: row.amount,
      balance: row.balance,
      currency: row.currency,
      page: row.page,
      confidence: row.confidence,
      flags: row.flags.length === 0 ? NO_FLAGS : row.flags,
    })),
  })),
});
const NO_FLAGS: string[] = [];

const combine = async ({ formats, about }: CombineTask): Promise<CombineFailure | null> => {
  try {
    const combined = mergeMembers(await loadMembers());
    for (const format of formats) {
      for await (const bytes of writeCombined(format, combined, about)) await call({ ask: 'take', format, bytes });
      await call({ ask: 'take', format, bytes: null });
    }
    return null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { code: error.code, message: error.message };
  }
};

process.send?.({ ask: 'end', failure: await combine(await received<CombineTask>()) } satisfies CombineCall);
