import { html } from 'htm/preact';
import { useEffect, useState } from 'preact/hooks';
import type { Dashboard } from './answers.ts';
import { DashboardBadge } from './dashboard-badge.ts';
import { DashboardForm } from './dashboard-form.ts';
import { count } from './format.ts';
import { ask, messageOf } from './graphql.ts';
import { Icon } from './icon.ts';
import { CREATE_DASHBOARD, DASHBOARDS } from './operations.ts';
import { goTo } from './router.ts';

/** Several statements in one workbook: those that there are, and a form for another. */
export function DashboardsPage() {
  const [dashboards, setDashboards] = useState<Dashboard[] | null>(null);
  const [error, setError] = useState<string | null>(null);
  const load = async () => {
    setError(null);
    try {
      setDashboards((await ask(DASHBOARDS, { first: 100, after: null })).dashboards.nodes);
    } catch (caught) {
      setError(messageOf(caught));
    }
  };
  useEffect(() => {
    void load();
  }, []);
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
      error !== null &&
      html`<div class="card empty" role="alert">
        <p>${error}</p>
        <button type="button" onClick=${load}>Try again</button>
      </div>`
    }
    ${
      dashboards !== null &&
      dashboards.length > 0 &&
      html`<section aria-labelledby="your-dashboards">
        <h2 id="your-dashboards">Your dashboards <span class="small">${dashboards.length}</span></h2>
        <ul class="cards">
          ${dashboards.map(
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
  `;
}
