import { beginBuild, type Blueprint } from '../domain/dashboard/begin-build.ts';
import { loadMemberText } from '../domain/dashboard/completed-members.ts';
import { attemptPrefix, buildPrefix, combinedPath } from '../domain/dashboard/dashboard-paths.ts';
import { failBuild, isPublished, publishBuild } from '../domain/dashboard/end-build.ts';
import { reportBuild } from '../domain/dashboard/report-build.ts';
import type { BuildOfDashboard } from '../domain/dashboard/running-build.ts';
import { OUTPUT_FORMATS } from '../domain/file/download-formats.ts';
import type { Services } from '../domain/services.ts';
import { AppError } from '../errors.ts';
import type { Combiner } from './combiner.ts';
import type { JobHandler } from './queue.ts';

type Parts = { services: () => Services; combiner: Combiner };

/** Percent of the work that is done when the last member has been loaded, and of each output that is written. */
const LOADED_PERCENT = 40;
const OUTPUT_PERCENT = 19;
/** How often members may change under the hands of one attempt before it is left to the queue to try later. */
const MOST_STARTS = 20;

/**
 * Builds the combined outputs of one dashboard from one revision of it. Safe to run again at any point, also beside an
 * attempt that is believed dead: outputs are written under the attempt's own prefix, and only the last attempt that
 * began may publish. A rebuild that is not under way any more (deleted, ended, asked for anew) leaves nothing behind.
 */
export function rebuildDashboardJob({ services: newServices, combiner }: Parts): JobHandler<BuildOfDashboard> {
  return {
    async run(build, { signal }) {
      const services = newServices();
      for (let start = 1; ; start += 1) {
        signal.throwIfAborted();
        const blueprint = await beginBuild(services, build);
        if (!blueprint) return clearBuild(services, build);
        // What earlier attempts have left: they have lost the right to publish it.
        await services.storage.deletePrefix(buildPrefix(build));
        try {
          await buildFrom(services, combiner, blueprint, signal);
          if (!(await publishBuild(services, blueprint))) await clearAttempt(services, blueprint);
          return;
        } catch (error) {
          if (error instanceof AttemptGone) return clearAttempt(services, blueprint);
          if (error instanceof AppError) {
            await failBuild(services, build, error.message);
            return clearBuild(services, build);
          }
          if (!(error instanceof MemberChanged) || start === MOST_STARTS) throw error;
        }
      }
    },

    async giveUp(build) {
      const services = newServices();
      await failBuild(services, build, 'Something went wrong on our side; reprocess the dashboard to try again');
      await clearBuild(services, build);
    },
  };
}

/** The dashboard was deleted, or a later rebuild was asked for: there is nobody to go on for. */
class AttemptGone extends Error {}
/** What was pinned is not to be had any more: the attempt begins anew, from what there is now. */
class MemberChanged extends Error {}

async function buildFrom(
  services: Services,
  combiner: Combiner,
  blueprint: Blueprint,
  signal: AbortSignal,
): Promise<void> {
  const { em, clock, storage } = services;
  const { members, title } = blueprint;
  if (members.length === 0) throw new AppError('CONFLICT', 'No file of the dashboard is completed any more');
  let loaded = 0;
  let written = 0;
  let reported = 0;
  const report = async (): Promise<void> => {
    const percent = Math.floor((LOADED_PERCENT * loaded) / members.length) + OUTPUT_PERCENT * written;
    if (percent > reported && !(await reportBuild(services, blueprint, percent))) throw new AttemptGone();
    reported = percent;
  };
  await combiner.combine(
    {
      async next() {
        await report();
        const member = members[loaded];
        if (!member) return null;
        const text = await loadMemberText(em, member);
        if (text === null) throw new MemberChanged();
        loaded += 1;
        return { fileId: member.fileId, filename: member.filename, text };
      },
      async take(format, body) {
        const { extension, contentType } = OUTPUT_FORMATS[format];
        await storage.write(combinedPath(attemptPrefix(blueprint), extension), body, { contentType });
        written += 1;
        await report();
      },
    },
    { title, createdAt: clock() },
    signal,
  );
  signal.throwIfAborted();
}

const clearAttempt = ({ storage }: Services, blueprint: Blueprint): Promise<void> =>
  storage.deletePrefix(attemptPrefix(blueprint));

/** A job that is run again after it was done finds its outputs published: those are what the owner downloads. */
async function clearBuild(services: Services, build: BuildOfDashboard): Promise<void> {
  if (!(await isPublished(services, build))) await services.storage.deletePrefix(buildPrefix(build));
}
