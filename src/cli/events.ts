import { systemClock } from '../clock.ts';
import { parseConfig } from '../config.ts';
import { openMigrated } from '../database/orm.ts';
import { findEvent, listEvents } from '../domain/webhook/find-event.ts';
import { retryEvent } from '../domain/webhook/retry-event.ts';
import { EVENT_STATUSES, type EventStatus, type WebhookEvent } from '../domain/webhook/webhook-event.entity.ts';
import { createLog } from '../log.ts';
import { Misused, runTool } from './run-tool.ts';
import { withoutSecrets } from './without-secrets.ts';

const USAGE = `npm run -s events -- list [--status ${EVENT_STATUSES.join('|')}] [--limit 50]
       npm run -s events -- show <id>
       npm run -s events -- retry <id>`;

type Asked = { verb: 'list'; status: EventStatus | undefined; limit: number } | { verb: 'show' | 'retry'; id: number };

/** What providers told us and what became of it, for the operator. `retry` leaves the work to the running server. */
async function main(asked: Asked): Promise<void> {
  const { database } = parseConfig(process.env);
  const orm = await openMigrated(database);
  try {
    const em = orm.em.fork();
    if (asked.verb === 'list') {
      print((await listEvents(em, asked)).map(describe));
    } else if (asked.verb === 'show') {
      const { payload, ...event } = await findEvent(em, asked.id);
      print([describe(event), payload == null ? 'The payload was erased' : withoutSecrets(payload)]);
    } else {
      // Most of the server comes with it, and the other verbs need none of it.
      const { openJobs } = await import('../app/open-jobs.ts');
      const jobs = await openJobs(database, { orm, clock: systemClock, log: createLog('warn') });
      await retryEvent({ em, clock: systemClock, queue: jobs.queue }, asked.id).finally(jobs.close);
      print([`Event ${asked.id} will be applied again`]);
    }
  } finally {
    await orm.close();
  }
}

function readArguments([verb, id, ...more]: string[], values: { status?: string; limit?: string }): Asked {
  if (verb === 'list' && id === undefined) return { verb, status: readStatus(values.status), limit: readLimit(values) };
  if ((verb === 'show' || verb === 'retry') && /^\d{1,9}$/.test(id ?? '') && more.length === 0) {
    return { verb, id: Number(id) };
  }
  throw new Misused('It lists events, shows one, or has one applied again');
}

function readStatus(word: string | undefined): EventStatus | undefined {
  const status = EVENT_STATUSES.find((known) => known === word);
  if (word !== undefined && !status) throw new Misused(`--status must be one of ${EVENT_STATUSES.join(', ')}`);
  return status;
}

function readLimit({ limit = '50' }: { limit?: string | undefined }): number {
  if (!/^[1-9]\d{0,3}$/.test(limit)) throw new Misused('--limit must be a whole number from 1 to 9999');
  return Number(limit);
}

/** One line: our id, when it came, from whom, what, and what became of it. */
function describe(event: Omit<WebhookEvent, 'payload'>): string {
  const { id, createdAt, provider, type, eventId, status, failures, reason } = event;
  const tried = failures > 0 ? ` (${failures} attempts failed)` : '';
  const outcome = reason ? `${status}${tried}: ${reason}` : status;
  return [id, createdAt.toISOString(), provider, type, eventId, outcome].join('  ');
}

function print(lines: readonly string[]): void {
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
}

await runTool({
  usage: USAGE,
  options: { status: { type: 'string' }, limit: { type: 'string' } },
  allowPositionals: true,
  main: ({ positionals, values }) => main(readArguments(positionals, values)),
});
