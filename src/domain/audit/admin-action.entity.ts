import { defineEntity, p } from '@mikro-orm/core';

/** What the operator did or tried to do, and what came of it. Only ever inserted: triggers of the database refuse the rest. */
const AdminActionSchema = defineEntity({
  name: 'AdminAction',
  tableName: 'admin_actions',
  indexes: [{ name: 'admin_actions_user_id_id_index', properties: ['userId', 'id'] }],
  properties: {
    id: p.integer().primary(),
    action: p.string().length(32).$type<'adjust-credits'>(),
    /** Tells one admin key from another, and is no key. */
    keyFingerprint: p.string().length(16),
    /** As it was asked for: there may be no such user. */
    userId: p.integer(),
    credits: p.integer(),
    reason: p.string().length(500),
    idempotencyKey: p.string().length(255).nullable(),
    /** `done`, or the code of the error that was answered. */
    outcome: p.string().length(32),
    /** What it did to the ledger; the same for a call that was repeated. Null where it did nothing. */
    transferId: p.integer().nullable(),
    /** The id that the log and the answer carry. */
    requestId: p.string().length(100).nullable(),
    createdAt: p.datetime(3),
  },
});

export class AdminAction extends AdminActionSchema.class {}
AdminActionSchema.setClass(AdminAction);
