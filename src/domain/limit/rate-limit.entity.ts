import { defineEntity, p } from '@mikro-orm/core';
import type { RateName } from './rates.ts';

/** How far a user has used up one rate. A row a user and rate, whatever they do. */
const RateLimitSchema = defineEntity({
  name: 'RateLimit',
  tableName: 'rate_limits',
  properties: {
    userId: p.integer().primary(),
    rate: p.string().length(16).$type<RateName>().primary(),
    /** Milliseconds since 1970: when nothing of the rate would be used up any more. */
    freeAt: p.bigint('number'),
  },
});

export class RateLimit extends RateLimitSchema.class {}
RateLimitSchema.setClass(RateLimit);
