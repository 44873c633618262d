import type { ExtractedDocument } from '../../extraction/statement.ts';

/** One processed file of a dashboard, with what was read of it. */
export type CombinedMember = { fileId: number; filename: string; document: ExtractedDocument };
