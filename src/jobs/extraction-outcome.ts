import type { ExtractionErrorCode } from '../extraction/extraction-error.ts';
import type { ExtractedDocument, SourceFormat } from '../extraction/statement.ts';

/** What became of one reading, for those who count them: nothing of what was read. */
export type ExtractionOutcome = { seconds: number } & (
  | { format: SourceFormat; reconciled: boolean | null; error: null }
  | { format: null; reconciled: null; error: ExtractionErrorCode }
);

/** A document is proven where each of its statements is, and contradicted where one is. */
export function reconciledAsWhole({ statements }: Pick<ExtractedDocument, 'statements'>): boolean | null {
  if (statements.some(({ reconciled }) => reconciled === false)) return false;
  return statements.length > 0 && statements.every(({ reconciled }) => reconciled === true) ? true : null;
}
