import { defineEntity, p } from '@mikro-orm/core';
import { User } from '../user/user.entity.ts';
import type { Account } from './rules.ts';

/** One of a user's four accounts. `balance` is the sum of its entries, kept by the ledger's one writer. */
const LedgerAccountSchema = defineEntity({
  name: 'LedgerAccount',
  tableName: 'ledger_accounts',
  uniques: [{ name: 'ledger_accounts_user_id_name_unique', properties: ['userId', 'name'] }],
  properties: {
    id: p.integer().primary(),
    userId: () => p.manyToOne(User).mapToPk().fieldName('user_id').index(false),
    name: p.string().length(16).$type<Account>(),
    balance: p.integer().default(0),
  },
});

export class LedgerAccount extends LedgerAccountSchema.class {}
LedgerAccountSchema.setClass(LedgerAccount);
