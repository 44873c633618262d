import { html } from 'htm/preact';
import { DashboardBadge } from './dashboard-badge.ts';
import { DashboardForm } from './dashboard-form.ts';
import { count } from './format.ts';
import { ask } from './graphql.ts';
import { Icon } from './icon.ts';
import { CREATE_DASHBOARD, DASHBOARDS } from './dashboard-operations.ts';
import { usePaged } from './paged.ts';
import { PagedFoot } from './paged-foot.ts';
import { goTo } from './router.ts';

/** Several statements in one workbook: those that there are, and a form for another. */
export function DashboardsPage() {
  const list = usePaged('', async (part) => (await ask(DASHBOARDS, part)).dashboards);
  const create = async (name: string, description: string | null) => {
    const { createDashboard } = await ask(CREATE_DASHBOARD, { name, description });
    goTo(`#/dashboards/${createDashboard.id}`);
  };
  return html`
    <h1>Dashboards</h1>
    <p>
      A dashboard merges several statements into one workbook: every transaction once, by account and in order of time.
    </p>
    <section class="card" aria-labelledby="new-dashboard">
      <h2 id="new-dashboard">New dashboard</h2>
      <${DashboardForm} action="Create" onSave=${create} />
    </section>
    ${
      list.nodes !== null &&
      list.nodes.length > 0 &&
      html`<section aria-labelledby="your-dashboards">
        <h2 id="your-dashboards">Your dashboards <span class="small">${list.totalCount}</span></h2>
        <ul class="cards">
          ${list.nodes.map(
            (one) =>
              html`<li class="card file" key=${one.id}>
                <${Icon} name="document" />
                <div class="about">
                  <p class="name">
                    <a href="#/dashboards/${one.id}"><bdi>${one.name}</bdi></a>
                  </p>
                  <p class="small">${count(one.fileCount, 'statement')}</p>
                </div>
                <div class="state"><${DashboardBadge} dashboard=${one} /></div>
              </li>`,
          )}
        </ul>
      </section>`
    }
    <${PagedFoot} list=${list} what="dashboards" />
  `;
}
