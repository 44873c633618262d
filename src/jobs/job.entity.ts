import { defineEntity, p } from '@mikro-orm/core';

export type JobState = 'waiting' | 'running' | 'failed';

/** A job of the embedded queue. A finished job's row is removed; one that failed for good stays for the operator. */
const JobSchema = defineEntity({
  name: 'Job',
  tableName: 'jobs',
  // One that failed for good is not in it.
  indexes: [
    {
      name: 'jobs_name_round_run_at_id_index',
      properties: ['name', 'round', 'runAt', 'id'],
      where: 'run_at is not null',
    },
  ],
  properties: {
    id: p.integer().primary(),
    name: p.string().length(64),
    payload: p.json().$type<unknown>(),
    state: p.string().length(16).$type<JobState>(),
    /** How often it was started, not counting those attempts that ended with their worker. */
    attempts: p.integer().default(0),
    /** How often a worker died or was cut off over it. */
    deaths: p.integer().default(0),
    /** Those of a lower round go first. */
    round: p.integer().default(0),
    /** When it may be started; while it runs, when its lease ends; null once it failed, so that no worker sees it. */
    runAt: p.datetime(3).nullable(),
    /** Names the one run that holds the lease. */
    leaseToken: p.string().length(36).nullable(),
    lastError: p.text().nullable(),
    createdAt: p.datetime(3),
    /** The W3C `traceparent` of what caused it; null where nothing was traced. */
    trace: p.string().length(55).nullable(),
  },
});

export class Job extends JobSchema.class {}
JobSchema.setClass(Job);
