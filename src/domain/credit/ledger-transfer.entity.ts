import { defineEntity, p } from '@mikro-orm/core';
import { User } from '../user/user.entity.ts';
import type { TransferType } from './rules.ts';

/** A movement of credits and its cause. Only ever inserted. Its two entries are in `ledger_entries`. */
const LedgerTransferSchema = defineEntity({
  name: 'LedgerTransfer',
  tableName: 'ledger_transfers',
  indexes: [{ name: 'ledger_transfers_user_id_id_index', properties: ['userId', 'id'] }],
  properties: {
    id: p.integer().primary(),
    /** Derived from the cause (`signup:<user>`, `file:<id>:run:<n>:usage`): the same cause twice changes nothing. */
    idempotencyKey: p.string().length(255).unique('ledger_transfers_idempotency_key_unique'),
    userId: () => p.manyToOne(User).mapToPk().fieldName('user_id').index(false),
    type: p.string().length(16).$type<TransferType>(),
    /** As the user sees it: positive adds, negative takes away. Never zero. */
    credits: p.integer(),
    /** What the user owned after it: available and reserved together. */
    balanceAfter: p.integer(),
    description: p.string().length(500),
    reference: p.string().length(255).nullable(),
    createdAt: p.datetime(3),
  },
});

export class LedgerTransfer extends LedgerTransferSchema.class {}
LedgerTransferSchema.setClass(LedgerTransfer);
