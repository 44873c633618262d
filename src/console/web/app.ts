import { html } from 'htm/preact';
import { useEffect, useRef } from 'preact/hooks';
import { refreshAccount } from './account.ts';
import { announcement } from './announce.ts';
import { welcomeBack } from './buy.ts';
import { ConfirmDialog } from './confirm.ts';
import { CreditsPage } from './credits-page.ts';
import { DashboardPage } from './dashboard-page.ts';
import { DashboardsPage } from './dashboards-page.ts';
import { FileList } from './file-list.ts';
import { forgetFiles, loadFiles } from './files.ts';
import { NoticeBar, notify } from './notice.ts';
import { PasswordDialog } from './password.ts';
import { type Place, place } from './router.ts';
import { session } from './session.ts';
import { SignIn } from './sign-in.ts';
import { StatementPage } from './statement-page.ts';
import { TopBar } from './top-bar.ts';
import { UploadArea } from './upload-area.ts';
import { messageOf } from './graphql.ts';

/** The whole page: the sign-in, or the bar at the top and the place that the address names. */
export function App() {
  const { kind } = session.value;
  useEffect(() => {
    if (kind === 'out') return forgetFiles();
    refreshAccount().catch((error: unknown) => notify(messageOf(error)));
    void loadFiles();
    void welcomeBack();
  }, [kind]);
  return html`
    <a class="skip" href="#content" onClick=${skipToContent}>Skip to the content</a>
    ${kind === 'out' ? html`<${SignIn} />` : html`<${TopBar} /><${NoticeBar} /><${Content} />`}
    <${ConfirmDialog} />
    <${PasswordDialog} />
    <div class="unseen" role="status" aria-live="polite">${announcement}</div>
  `;
}

function Content() {
  const here = place.value;
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  const key = 'id' in here ? `${here.name}/${here.id}` : here.name;
  useEffect(() => {
    document.title = `${TITLES[here.name]} · Excellent Banking`;
    // Whoever came here by a link goes on reading at the new place.
    if (!first.current) main.current?.focus();
    first.current = false;
  }, [key]);
  return html`<main id="content" tabindex="-1" ref=${main}>${contentOf(here)}</main>`;
}

const TITLES: Readonly<Record<Place['name'], string>> = {
  statements: 'Statements',
  statement: 'Statement',
  dashboards: 'Dashboards',
  dashboard: 'Dashboard',
  credits: 'Credits',
};

function contentOf(here: Place) {
  if (here.name === 'statement') return html`<${StatementPage} key=${here.id} id=${here.id} />`;
  if (here.name === 'credits') return html`<${CreditsPage} />`;
  if (here.name === 'dashboards') return html`<${DashboardsPage} />`;
  if (here.name === 'dashboard') return html`<${DashboardPage} key=${here.id} id=${here.id} />`;
  return html`
    <h1>Statements</h1>
    <${UploadArea} />
    <${FileList} />
  `;
}

/** The address behind `#` names a place, so the jump is made by hand. */
function skipToContent(event: Event): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('#content')?.focus();
}
