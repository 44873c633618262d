import type { Line } from '../layout/word.ts';
import type { Unproven } from './unproven.ts';

/** Somebody's answer, and the lines that it is held to. */
export type Proposal = { lines: Line[]; answer: string };

/** As bytes, which cross to the process that does so. */
export const writeProposal = ({ lines }: Unproven, answer: string): Uint8Array =>
  Buffer.from(JSON.stringify({ lines, answer }));

export const readProposal = (bytes: Uint8Array): Proposal => JSON.parse(Buffer.from(bytes).toString());
