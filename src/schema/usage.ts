import { countUsage, listUsage } from '../domain/usage/list-usage.ts';
import { summarizeUsage, type UsageSummary } from '../domain/usage/summarize-usage.ts';
import type { UsageRecord } from '../domain/usage/usage-record.entity.ts';
import { builder } from './builder.ts';
import { connect, defineConnection, pageArgs } from './connection.ts';

const UsageRecordType = builder.objectRef<UsageRecord>('UsageRecord').implement({
  description: 'One successful processing. It outlives its file.',
  fields: (t) => ({
    id: t.exposeID('id'),
    fileId: t.exposeID('fileId'),
    fileSize: t.exposeInt('fileSize', { description: 'Bytes.' }),
    totalCharacters: t.exposeInt('totalCharacters'),
    totalPages: t.exposeInt('totalPages'),
    creditsConsumed: t.exposeInt('creditsConsumed'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
  }),
});
const UsageRecordConnection = defineConnection('UsageRecord', UsageRecordType);

const UsageSummaryType = builder.objectRef<UsageSummary>('UsageSummary').implement({
  description: 'All that was processed, run by run.',
  fields: (t) => ({
    totalFiles: t.exposeInt('totalFiles'),
    totalCharacters: t.expose('totalCharacters', { type: 'SafeInt' }),
    totalPages: t.expose('totalPages', { type: 'SafeInt' }),
    totalFileSize: t.expose('totalFileSize', { type: 'SafeInt', description: 'Bytes.' }),
  }),
});

builder.queryFields((t) => ({
  usage: t.withAuth({ authenticated: true }).field({
    type: UsageRecordConnection,
    description: 'What was processed, newest first.',
    args: pageArgs,
    resolve: (_root, page, { services: { em }, principal }) =>
      connect(
        page,
        (part) => listUsage(em, principal, part),
        () => countUsage(em, principal),
      ),
  }),
  usageSummary: t.withAuth({ authenticated: true }).field({
    type: UsageSummaryType,
    resolve: (_root, _args, { services, principal }) => summarizeUsage(services.em, principal),
  }),
}));
