import type { Verdict } from '../../xlsx/verdict.ts';
import type { Combined } from '../combined.ts';
import type { Finding } from '../findings.ts';

/** One sentence about the books as a whole. The worst finding decides. */
export const combinedVerdict = ({ accounts }: Combined, findings: readonly Finding[]): Verdict => {
  if (accounts.length === 0) return { words: '? No statement was found in these files.', tone: 'open' };
  const wrong = findings.filter(({ tone }) => tone === 'bad').length;
  if (wrong > 0) {
    const subject = wrong === 1 ? 'One thing does' : `${wrong} things do`;
    return { words: `✗ ${subject} not add up: see below and the sheet Proof.`, tone: 'bad' };
  }
  if (findings.length > 0) {
    return { words: '? The figures agree, but not everything is complete or proven: see below.', tone: 'open' };
  }
  return {
    words: '✓ Everything adds up: every statement is proven, and each opens where the last one closed.',
    tone: 'good',
  };
};
