import { once } from 'node:events';
import type { MessagePort } from 'node:worker_threads';
import { AppError, type ErrorCode } from '../errors.ts';
import type { ExtractedDocument } from '../extraction/statement.ts';
import type { CombinedMember } from '../workbook/combined/combined-member.ts';
import { type CombinedFormat, writeCombined } from '../workbook/combined/write-combined.ts';

export type CombineAbout = Parameters<typeof writeCombined>[2];
/** A member whose document is still the JSON text that the database holds. */
export type MemberText = { fileId: number; filename: string; text: string };

/** What the thread asks for through its port, one at a time: the next member (or null), or that an output be taken. */
export type CombineCall = { ask: 'member' } | { ask: 'take'; format: CombinedFormat; bytes: Uint8Array };
export type CombineReply = MemberText | null;

export type CombineTask = { port: MessagePort; formats: readonly CombinedFormat[]; about: CombineAbout };
/** An expected failure, in the only shape in which one survives the way between threads. */
export type CombineFailure = { code: ErrorCode; message: string };

/**
 * What a thread of the exporter does for a dashboard. Members come and outputs go one at a time, so that nobody else
 * ever holds more than one of either.
 */
export async function runCombine({ port, formats, about }: CombineTask): Promise<CombineFailure | null> {
  const call = async (asked: CombineCall): Promise<CombineReply> => {
    const replied = once(port, 'message');
    port.postMessage(asked);
    const [reply] = (await replied) as [CombineReply];
    return reply;
  };
  try {
    const members: CombinedMember[] = [];
    for (;;) {
      const member = await call({ ask: 'member' });
      if (!member) break;
      const { fileId, filename, text } = member;
      members.push({ fileId, filename, document: JSON.parse(text) as ExtractedDocument });
    }
    for (const format of formats) {
      await call({ ask: 'take', format, bytes: await writeCombined(format, members, about) });
    }
    return null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { code: error.code, message: error.message };
  } finally {
    port.close();
  }
}
