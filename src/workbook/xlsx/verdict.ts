import type { ExtractedDocument, Statement } from '../../extraction/statement.ts';
import type { CellStyle } from './cell-formats.ts';

/** What arithmetic says of a reading, in words for a person who has not read a manual. */
export type Verdict = { words: string; tone: 'good' | 'open' | 'bad' };

export const TONE_STYLES: Readonly<Record<Verdict['tone'], CellStyle>> = {
  good: { color: 'green', fill: 'greenFill' },
  open: { color: 'amber', fill: 'amberFill' },
  bad: { color: 'red', fill: 'redFill' },
};

export const statementVerdict = ({ reconciled }: Statement): Verdict => {
  if (reconciled === null) return { words: '? Not proven', tone: 'open' };
  return reconciled ? { words: '✓ Reconciled', tone: 'good' } : { words: '✗ Does not add up', tone: 'bad' };
};

/** One sentence about the whole document. The worst statement decides. */
export const documentVerdict = ({ statements }: ExtractedDocument): Verdict => {
  if (statements.length === 0) return { words: '? No statement was found in this file.', tone: 'open' };

  const wrong = statements.filter((statement) => statement.reconciled === false).length;
  if (wrong > 0) {
    const subject = statements.length === 1 ? 'This statement' : `${wrong} of ${statements.length} statements`;
    const verb = wrong === 1 ? 'does' : 'do';
    return { words: `✗ ${subject} ${verb} not add up: compare the checks below with the original.`, tone: 'bad' };
  }

  const unproven = statements.filter((statement) => statement.reconciled === null).length;
  if (unproven > 0) {
    const subject = statements.length === 1 ? 'This statement' : `${unproven} of ${statements.length} statements`;
    return { words: `? ${subject} could not be proven: compare the rows with the original.`, tone: 'open' };
  }
  return { words: '✓ Everything adds up: the printed figures prove the rows.', tone: 'good' };
};
