import { defineEntity, p } from '@mikro-orm/core';
import { User } from '../user/user.entity.ts';

/** One successful processing. It has no foreign key to the file: what was used stays known when the file is gone. */
const UsageRecordSchema = defineEntity({
  name: 'UsageRecord',
  tableName: 'usage_records',
  indexes: [{ name: 'usage_records_user_id_id_index', properties: ['userId', 'id'] }],
  uniques: [{ name: 'usage_records_file_id_run_unique', properties: ['fileId', 'run'] }],
  properties: {
    id: p.integer().primary(),
    userId: () => p.manyToOne(User).mapToPk().fieldName('user_id').index(false),
    fileId: p.integer(),
    run: p.integer(),
    fileSize: p.integer(),
    totalCharacters: p.integer(),
    totalPages: p.integer(),
    creditsConsumed: p.integer(),
    createdAt: p.datetime(3),
  },
});

export class UsageRecord extends UsageRecordSchema.class {}
UsageRecordSchema.setClass(UsageRecord);
