import { defineEntity, p } from '@mikro-orm/core';
import { User } from '../user/user.entity.ts';

/** What a user has had processed in all: the sums of their usage records, kept by whoever writes those. */
const UsageTotalsSchema = defineEntity({
  name: 'UsageTotals',
  tableName: 'usage_totals',
  properties: {
    userId: () =>
      p
        .manyToOne(User)
        .mapToPk()
        .fieldName('user_id')
        .index(false)
        .updateRule('no action')
        .deleteRule('no action')
        .primary(),
    /** Runs: a file that was processed twice counts twice. */
    totalFiles: p.bigint('number'),
    totalCharacters: p.bigint('number'),
    totalPages: p.bigint('number'),
    /** Bytes. */
    totalFileSize: p.bigint('number'),
  },
});

export class UsageTotals extends UsageTotalsSchema.class {}
UsageTotalsSchema.setClass(UsageTotals);
