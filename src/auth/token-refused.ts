import type { TokenVerificationErrorReason } from '@clerk/backend/errors';

/** Why a token was refused: in Clerk's own words where it has one, and in ours for what it does not check. */
export type RefusalReason =
  | TokenVerificationErrorReason
  | 'token-missing'
  | 'token-scheme-unsupported'
  | 'token-category-invalid'
  | 'token-subject-missing'
  | 'token-session-missing'
  | 'token-session-pending'
  | 'user-unknown';

/** A refusal. The reason is for the log only: every caller is told the same. */
export class TokenRefused extends Error {
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason, detail?: string, options?: { cause?: unknown }) {
    super(detail ?? reason, options);
    this.name = 'TokenRefused';
    this.reason = reason;
  }
}
