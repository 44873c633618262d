import type { ErrorCode } from '../errors.ts';
import type { CombinedFormat, writeCombined } from '../workbook/combined/write-combined.ts';

export type CombineAbout = Parameters<typeof writeCombined>[2];
/** A member whose document is still the JSON text that the database holds. */
export type MemberText = { fileId: number; filename: string; text: string };

/** What the process is told first. */
export type CombineTask = { formats: readonly CombinedFormat[]; about: CombineAbout };

/**
 * What the process asks for, one at a time, each answered by a `CombineReply`: the next member (or null), or that the
 * next part of an output be taken; its end is a part without bytes. Last it says that it is done.
 */
export type CombineCall =
  | { ask: 'member' }
  | { ask: 'take'; format: CombinedFormat; bytes: Uint8Array | null }
  | { ask: 'end'; failure: CombineFailure | null };
export type CombineReply = { member: MemberText | null };

/** An expected failure, in the only shape in which one survives the way between processes. */
export type CombineFailure = { code: ErrorCode; message: string };
