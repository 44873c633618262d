import { html } from 'htm/preact';
import { useEffect, useState } from 'preact/hooks';
import { announce } from './announce.ts';
import type { Dashboard, DashboardFormat, DashboardState } from './answers.ts';
import { confirmed } from './confirm.ts';
import { DashboardBadge } from './dashboard-badge.ts';
import { DashboardFiles } from './dashboard-files.ts';
import { DashboardForm } from './dashboard-form.ts';
import { formatMoment } from './format.ts';
import { ask, messageOf } from './graphql.ts';
import { Icon } from './icon.ts';
import { Menu } from './menu.ts';
import { notify } from './notice.ts';
import {
  BUILD_DASHBOARD,
  DASHBOARD_DETAIL,
  DASHBOARD_LINK,
  DASHBOARD_PROGRESS,
  DASHBOARD_STATE_NOW,
  DELETE_DASHBOARD,
  RENAME_DASHBOARD,
} from './dashboard-operations.ts';
import { Progress } from './progress.ts';
import { goTo } from './router.ts';
import { saveFrom, saveWithByteOrderMark } from './save-from.ts';
import { watch } from './watch.ts';

/** One dashboard: its statements, its workbook, and how the two stand to each other. */
export function DashboardPage({ id }: { id: string }) {
  const [dashboard, setDashboard] = useState<Dashboard | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [editing, setEditing] = useState(false);

  const load = async () => {
    setError(null);
    try {
      setDashboard((await ask(DASHBOARD_DETAIL, { id })).dashboard);
    } catch (caught) {
      setError(messageOf(caught));
    }
  };
  const follow = async () => {
    const tell = (state: DashboardState) => setDashboard((before) => before && { ...before, ...state });
    const last = await watch({
      subscription: DASHBOARD_PROGRESS,
      id,
      look: async () => (await ask(DASHBOARD_STATE_NOW, { id })).dashboard,
      isFinished: ({ rebuilding }) => !rebuilding,
      tell,
    });
    announce(last.rebuildError ?? 'The workbook is ready');
  };
  useEffect(() => {
    void load();
  }, [id]);

  const back = html`<p>
    <a class="back" href="#/dashboards"><${Icon} name="back" /> All dashboards</a>
  </p>`;
  if (error !== null) {
    return html`${back}
      <div class="card empty" role="alert">
        <h1>${error}</h1>
        <button type="button" onClick=${load}>Try again</button>
      </div>`;
  }
  if (!dashboard)
    return html`${back}
      <p class="small" aria-busy="true">Loading the dashboard…</p>`;
  const { name, description, rebuilding, progress, rebuildError, builtAt, fileCount } = dashboard;

  const build = () =>
    attempt(async () => {
      const { reprocessDashboard } = await ask(BUILD_DASHBOARD, { id });
      setDashboard({ ...dashboard, ...reprocessDashboard });
      announce('The workbook is being built');
      await follow();
    });
  const get =
    (format: DashboardFormat, save: typeof saveWithByteOrderMark | typeof saveFrom = saveFrom) =>
    () =>
      attempt(async () => save((await ask(DASHBOARD_LINK, { id, format })).dashboardDownloadLink));
  const remove = async () => {
    const text = `${name} and its workbook will be gone. Its statements stay.`;
    if (!(await confirmed({ title: 'Delete this dashboard?', text, action: 'Delete', danger: true }))) return;
    await attempt(async () => {
      await ask(DELETE_DASHBOARD, { id });
      goTo('#/dashboards');
    });
  };
  const rename = async (newName: string, newDescription: string | null) => {
    await ask(RENAME_DASHBOARD, { id, name: newName, description: newDescription });
    setEditing(false);
    await load();
  };
  return html`
    ${back}
    <div class="title">
      <h1><bdi>${name}</bdi></h1>
      <${DashboardBadge} dashboard=${dashboard} />
      <div class="actions">
        <button type="button" disabled=${rebuilding || fileCount === 0} onClick=${build}>Build the workbook</button>
        <button type="button" class="primary" disabled=${builtAt === null} onClick=${get('XLSX')}>
          <${Icon} name="download" /> Excel
        </button>
        <${Menu} label="More for ${name}">
          <button type="button" disabled=${builtAt === null} onClick=${get('CSV')}>Download CSV</button>
          <button type="button" disabled=${builtAt === null} onClick=${get('CSV', saveWithByteOrderMark)}>
            Download CSV for Excel
          </button>
          <button type="button" disabled=${builtAt === null} onClick=${get('JSON')}>Download JSON</button>
          <button type="button" onClick=${() => setEditing(true)}>Rename…</button>
          <button type="button" class="danger" onClick=${remove}>Delete…</button>
        <//>
      </div>
    </div>
    ${description !== null && html`<p><bdi>${description}</bdi></p>`}
    ${editing && html`<div class="card"><${DashboardForm} action="Save" name=${name} description=${description} onSave=${rename} /></div>`}
    ${rebuilding && html`<${Progress} label="Building the workbook" text="Building the workbook" percent=${progress} />`}
    ${!rebuilding && rebuildError !== null && html`<p class="card hint bad" role="alert">${rebuildError}</p>`}
    ${builtAt !== null && html`<p class="small">The workbook was built on ${formatMoment(builtAt)}. Building is free.</p>`}
    <${DashboardFiles} id=${id} onChange=${load} />
  `;
}

async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    notify(messageOf(error));
  }
}
