import { AdminAction } from '../domain/audit/admin-action.entity.ts';
import { PaymentReversal } from '../domain/billing/payment-reversal.entity.ts';
import { Payment } from '../domain/billing/payment.entity.ts';
import { LedgerAccount } from '../domain/credit/ledger-account.entity.ts';
import { LedgerEntry } from '../domain/credit/ledger-entry.entity.ts';
import { LedgerTransfer } from '../domain/credit/ledger-transfer.entity.ts';
import { DashboardFile } from '../domain/dashboard/dashboard-file.entity.ts';
import { Dashboard } from '../domain/dashboard/dashboard.entity.ts';
import { File } from '../domain/file/file.entity.ts';
import { RateLimit } from '../domain/limit/rate-limit.entity.ts';
import { UsageRecord } from '../domain/usage/usage-record.entity.ts';
import { UsageTotals } from '../domain/usage/usage-totals.entity.ts';
import { User } from '../domain/user/user.entity.ts';
import { WebhookEvent } from '../domain/webhook/webhook-event.entity.ts';
import { Job } from '../jobs/job.entity.ts';

/** Every table of the product. */
export const entities = [
  User,
  File,
  Dashboard,
  DashboardFile,
  UsageRecord,
  UsageTotals,
  LedgerAccount,
  LedgerTransfer,
  LedgerEntry,
  Payment,
  PaymentReversal,
  WebhookEvent,
  AdminAction,
  Job,
  RateLimit,
];
