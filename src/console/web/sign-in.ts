import { html } from 'htm/preact';
import { useEffect, useState } from 'preact/hooks';
import { messageOf } from './graphql.ts';
import { Icon } from './icon.ts';
import { resumeAtClerk, session, signInAtClerk, signInLocally, useToken } from './session.ts';
import { settings } from './settings.ts';

export function SignIn() {
  const { value } = session;
  const note = value.kind === 'out' ? value.note : null;
  return html`
    <main class="sign-in" id="content" tabindex="-1">
      <div class="card">
        <p class="brand"><${Icon} name="brand" /> <span>Excellent Banking</span></p>
        <h1>Bank statements in, Excel workbooks that add up out</h1>
        <p>Drop a statement, see each row beside the page it came from, and take home a workbook with its proof.</p>
        ${note && html`<p class="hint warn" role="alert">${note}</p>`} ${WAYS[settings.signIn]()}
        <p class="small">
          For programs: <a href="/docs">REST documentation</a>${
            settings.playground && html` and <a href="/graphql">GraphQL playground</a>`
          }
        </p>
      </div>
    </main>
  `;
}

function OneClick() {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const signIn = async () => {
    setBusy(true);
    setError(null);
    try {
      await signInLocally();
    } catch (caught) {
      setError(
        caught instanceof TypeError ? 'The server cannot be reached. Check that it is running.' : messageOf(caught),
      );
      setBusy(false);
    }
  };
  return html`
    <button type="button" class="primary large" disabled=${busy} onClick=${signIn}>
      ${busy ? 'Signing in…' : 'Sign in on this machine'}
    </button>
    ${error && html`<p class="hint bad" role="alert">${error}</p>`}
    <p class="small">Local mode: one click makes a user of your own. Nothing leaves this machine.</p>
  `;
}

function TokenForm() {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (event.target instanceof HTMLFormElement) useToken(String(new FormData(event.target).get('token') ?? ''));
  };
  return html`
    <form onSubmit=${submit}>
      <label for="token">Token</label>
      <input id="token" name="token" required autocomplete="off" spellcheck="false" aria-describedby="token-hint" />
      <p class="small" id="token-hint">
        On the server, <code>npm run -s token -- --email you@example.com</code> prints one.
      </p>
      <button class="primary large">Sign in</button>
    </form>
  `;
}

function AtClerk() {
  const [ready, setReady] = useState(false);
  const [error, setError] = useState<string | null>(null);
  useEffect(() => {
    const resume = async () => {
      try {
        await resumeAtClerk();
        setReady(true);
      } catch (caught) {
        setError(messageOf(caught));
      }
    };
    void resume();
  }, []);
  return html`
    <button type="button" class="primary large" disabled=${!ready} onClick=${signInAtClerk}>Sign in</button>
    ${error && html`<p class="hint bad" role="alert">${error}</p>`}
  `;
}

const WAYS = {
  local: () => html`<${OneClick} />`,
  token: () => html`<${TokenForm} />`,
  clerk: () =>
    settings.clerkPublishableKey === null
      ? html`<p class="hint warn">To sign in here, the server must be given CLERK_PUBLISHABLE_KEY.</p>`
      : html`<${AtClerk} />`,
};
