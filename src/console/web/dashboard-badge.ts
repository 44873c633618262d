import { html } from 'htm/preact';
import type { DashboardState } from './answers.ts';
import { BadgeMark } from './verdict-badge.ts';

const BADGES = {
  NEW: { kind: 'plain', icon: 'clock', text: 'Not built yet' },
  OUTDATED: { kind: 'unsure', icon: 'warning', text: 'Outdated' },
  UP_TO_DATE: { kind: 'good', icon: 'check', text: 'Up to date' },
} as const;

export const DashboardBadge = ({ dashboard: { status, rebuilding } }: { dashboard: DashboardState }) =>
  html`<${BadgeMark} badge=${rebuilding ? { kind: 'plain', icon: 'clock', text: 'Being built' } : BADGES[status]} />`;
