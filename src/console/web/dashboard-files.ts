import { html } from 'htm/preact';
import { announce } from './announce.ts';
import { DashboardCandidates } from './dashboard-candidates.ts';
import { ask, messageOf } from './graphql.ts';
import { Icon } from './icon.ts';
import { notify } from './notice.ts';
import { DASHBOARD_FILES, DASHBOARD_VERDICTS, REMOVE_FROM_DASHBOARD } from './dashboard-operations.ts';
import { usePaged } from './paged.ts';
import { PagedFoot } from './paged-foot.ts';
import { VerdictBadge } from './verdict-badge.ts';
import { learnVerdicts, verdicts } from './files.ts';

/** The statements of a dashboard, and those that could be added to it. */
export function DashboardFiles({ id, onChange }: { id: string; onChange: () => Promise<void> }) {
  const members = usePaged(id, async (part) => {
    const { dashboard } = await ask(DASHBOARD_FILES, { id, ...part });
    void judge(id, part);
    return dashboard.files;
  });

  const change = async (work: () => Promise<unknown>, said: string) => {
    try {
      await work();
      announce(said);
      await Promise.all([members.reload(), onChange()]);
    } catch (error) {
      notify(messageOf(error));
    }
  };
  return html`
    <section aria-labelledby="members">
      <h2 id="members">Statements in it <span class="small">${members.totalCount}</span></h2>
      ${members.nodes?.length === 0 && html`<p class="small">None yet. Choose some beneath.</p>`}
      <ul class="cards">
        ${members.nodes?.map(
          (file) =>
            html`<li class="card file" key=${file.id}>
              <${Icon} name="document" />
              <p class="name">
                <a href="#/statements/${file.id}"><bdi>${file.filename}</bdi></a>
              </p>
              <div class="state"><${VerdictBadge} status=${file.status} verdict=${verdicts.value.get(file.id)} /></div>
              <div class="actions">
                <button
                  type="button"
                  aria-label="Take ${file.filename} out"
                  onClick=${() => change(() => ask(REMOVE_FROM_DASHBOARD, { id, fileId: file.id }), `${file.filename} was taken out`)}
                >
                  Take out
                </button>
              </div>
            </li>`,
        )}
      </ul>
      <${PagedFoot} list=${members} what="statements in it" />
    </section>
    <${DashboardCandidates} id=${id} memberCount=${members.totalCount} change=${change} />
  `;
}

/** Without it the statements are there all the same, as completed. */
async function judge(id: string, part: { first: number; after: string | null }): Promise<void> {
  try {
    learnVerdicts((await ask(DASHBOARD_VERDICTS, { id, ...part })).dashboard.files.nodes);
  } catch (error) {
    notify(messageOf(error));
  }
}
