import { Initial } from './0001-initial.ts';
import { Payments } from './0002-payments.ts';
import { WebhookEvents } from './0003-webhook-events.ts';
import { Dashboards } from './0004-dashboards.ts';
import { ReversalVersions } from './0005-reversal-versions.ts';
import { RateLimits } from './0007-rate-limits.ts';
import { AdminActions } from './0008-admin-actions.ts';
import { JobTraces } from './0009-job-traces.ts';
import { QueueRounds } from './0010-queue-rounds.ts';
import { UsageTotals } from './0011-usage-totals.ts';
import { JobDeaths } from './0012-job-deaths.ts';
import { DashboardRounds } from './0013-dashboard-rounds.ts';

/** In the order in which they are applied. A migration that has been released is never edited. */
export const migrations = [
  { name: '0001-initial', class: Initial },
  { name: '0002-payments', class: Payments },
  { name: '0003-webhook-events', class: WebhookEvents },
  { name: '0004-dashboards', class: Dashboards },
  { name: '0005-reversal-versions', class: ReversalVersions },
  { name: '0007-rate-limits', class: RateLimits },
  { name: '0008-admin-actions', class: AdminActions },
  { name: '0009-job-traces', class: JobTraces },
  { name: '0010-queue-rounds', class: QueueRounds },
  { name: '0011-usage-totals', class: UsageTotals },
  { name: '0012-job-deaths', class: JobDeaths },
  { name: '0013-dashboard-rounds', class: DashboardRounds },
];
