import { html } from 'htm/preact';
import { failed, type FileStatus, type Reconciled } from './answers.ts';
import type { Verdict } from './files.ts';
import { Icon } from './icon.ts';

type Badge = { kind: 'good' | 'bad' | 'unsure' | 'plain'; icon: string; text: string };

/** What a statement's arithmetic says, in a word and a sign, never in a colour alone. */
export const BADGES: Readonly<Record<'true' | 'false' | 'null', Badge>> = {
  true: { kind: 'good', icon: 'check', text: 'Reconciled' },
  false: { kind: 'bad', icon: 'cross', text: 'Does not add up' },
  null: { kind: 'unsure', icon: 'question', text: 'Cannot be checked' },
};

export const badgeOf = (reconciled: Reconciled): Badge => BADGES[`${reconciled}`];

export function VerdictBadge({ status, verdict }: { status: FileStatus; verdict: Verdict | undefined }) {
  return html`<${BadgeMark} badge=${badgeFor(status, verdict)} />`;
}

export const BadgeMark = ({ badge: { kind, icon, text } }: { badge: Badge }) =>
  html`<span class="badge ${kind}"><${Icon} name=${icon} /> ${text}</span>`;

function badgeFor(status: FileStatus, verdict: Verdict | undefined): Badge {
  if (status === 'PENDING') return { kind: 'plain', icon: 'clock', text: 'Not processed' };
  if (status === 'PROCESSING') return { kind: 'plain', icon: 'clock', text: 'Being read' };
  if (status === 'ERROR' || (verdict && failed(verdict)))
    return { kind: 'bad', icon: 'warning', text: 'Could not be read' };
  if (!verdict) return { kind: 'plain', icon: 'check', text: 'Completed' };
  const { statements } = verdict;
  // The worst of several statements speaks for the file.
  const wrong = statements.filter(({ reconciled }) => reconciled === false).length;
  if (wrong > 0) {
    return statements.length > 1
      ? { ...BADGES.false, text: `${wrong} of ${statements.length} do not add up` }
      : BADGES.false;
  }
  return statements.length > 0 && statements.every(({ reconciled }) => reconciled) ? BADGES.true : BADGES.null;
}
