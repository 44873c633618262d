import { defineEntity, p } from '@mikro-orm/core';

export const PROVIDERS = ['clerk', 'stripe', 'paypal'] as const;
export type Provider = (typeof PROVIDERS)[number];

/** `received` waits to be applied; `applied` has done what it means, which may be nothing; `failed` waits for the operator. */
export const EVENT_STATUSES = ['received', 'applied', 'failed'] as const;
export type EventStatus = (typeof EVENT_STATUSES)[number];

/** What a provider told us once, however often it was delivered. */
const WebhookEventSchema = defineEntity({
  name: 'WebhookEvent',
  tableName: 'webhook_events',
  indexes: [
    { name: 'webhook_events_status_id_index', properties: ['status', 'id'] },
    { name: 'webhook_events_provider_subject_index', properties: ['provider', 'subject'] },
  ],
  uniques: [{ name: 'webhook_events_provider_event_id_unique', properties: ['provider', 'eventId'] }],
  properties: {
    id: p.integer().primary(),
    provider: p.string().length(16).$type<Provider>(),
    /** As the provider calls it. */
    eventId: p.string().length(255),
    type: p.string().length(255),
    /** The provider's id of the person it is about, so that their data can be erased; null where it is about nobody. */
    subject: p.string().length(255).nullable(),
    /** JSON as text: a text may hold what PostgreSQL refuses in its own JSON (U+0000). Null once it was erased. */
    payload: p.text().nullable().lazy(),
    status: p.string().length(16).$type<EventStatus>(),
    /** How often applying it has failed. */
    failures: p.integer().default(0),
    /** Why applying it failed last. */
    reason: p.text().nullable(),
    createdAt: p.datetime(3),
    updatedAt: p.datetime(3),
  },
});

export class WebhookEvent extends WebhookEventSchema.class {}
WebhookEventSchema.setClass(WebhookEvent);
