import { defineEntity, p } from '@mikro-orm/core';
import { LedgerAccount } from './ledger-account.entity.ts';
import { LedgerTransfer } from './ledger-transfer.entity.ts';

/** One side of a transfer. The two entries of a transfer add up to zero. Only ever inserted. */
const LedgerEntrySchema = defineEntity({
  name: 'LedgerEntry',
  tableName: 'ledger_entries',
  properties: {
    id: p.integer().primary(),
    transferId: () =>
      p.manyToOne(LedgerTransfer).mapToPk().fieldName('transfer_id').index('ledger_entries_transfer_id_index'),
    accountId: () =>
      p.manyToOne(LedgerAccount).mapToPk().fieldName('account_id').index('ledger_entries_account_id_index'),
    credits: p.integer(),
  },
});

export class LedgerEntry extends LedgerEntrySchema.class {}
LedgerEntrySchema.setClass(LedgerEntry);
