import { html } from 'htm/preact';
import { account } from './account.ts';
import { count } from './format.ts';
import { Icon } from './icon.ts';
import { place } from './router.ts';
import { signOut } from './session.ts';

const PLACES = [
  ['statements', 'Statements'],
  ['dashboards', 'Dashboards'],
  ['credits', 'Credits'],
] as const;

export function TopBar() {
  const here = place.value.name;
  const known = account.value;
  return html`
    <header class="top-bar">
      <a class="brand" href="#/statements"><${Icon} name="brand" /> <span>Excellent Banking</span></a>
      <nav aria-label="Main">
        ${PLACES.map(
          ([name, label]) =>
            html`<a href="#/${name}" aria-current=${here.startsWith(name.slice(0, -1)) ? 'page' : null}>${label}</a>`,
        )}
      </nav>
      <div class="who">
        ${
          known &&
          html`<a class="chip" href="#/credits" aria-label="${count(known.balance.credits, 'credit')}, buy more"
              ><${Icon} name="coin" /> <span class="number">${known.balance.credits}</span></a
            >
            <span class="email">${known.user.email ?? known.user.firstName ?? 'Signed in'}</span>`
        }
        <button type="button" class="quiet" onClick=${() => signOut()}>Sign out</button>
      </div>
    </header>
  `;
}
