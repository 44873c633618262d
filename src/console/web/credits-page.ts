import { html } from 'htm/preact';
import { useEffect, useState } from 'preact/hooks';
import { account, refreshAccount } from './account.ts';
import type { Plan } from './answers.ts';
import { buy, PROVIDERS } from './buy.ts';
import { count, formatPrice } from './format.ts';
import { ask, messageOf } from './graphql.ts';
import { Ledger } from './ledger.ts';
import { notify } from './notice.ts';
import { PLANS } from './operations.ts';
import { settings } from './settings.ts';

/** What can be spent, what can be bought, and what became of it all. */
export function CreditsPage() {
  const known = account.value;
  useEffect(() => {
    refreshAccount().catch((error: unknown) => notify(messageOf(error)));
  }, []);
  return html`
    <h1>Credits</h1>
    <div class="card balance">
      <p class="big number" aria-busy=${known === null}>${known?.balance.credits ?? '…'}</p>
      <p>
        credits to
        spend${
          known &&
          known.balance.reserved > 0 &&
          html`, and ${known.balance.reserved} set aside for statements being read`
        }.<br />
        <span class="small"
          >One a page of a PDF or an image, one a file of any other format. What fails costs nothing.</span
        >
      </p>
    </div>
    <${Plans} />
    <${Ledger} />
  `;
}

function Plans() {
  const [plans, setPlans] = useState<Plan[] | null>(null);
  const [error, setError] = useState<string | null>(null);
  const load = async () => {
    setError(null);
    try {
      setPlans((await ask(PLANS)).plans);
    } catch (caught) {
      setError(messageOf(caught));
    }
  };
  useEffect(() => {
    void load();
  }, []);
  const closed = plans !== null && plans.every(({ providers }) => providers.length === 0);
  return html`
    <section aria-labelledby="packs">
      <h2 id="packs">Packs</h2>
      ${
        error !== null &&
        html`<div class="card empty" role="alert">
          <p>${error}</p>
          <button type="button" onClick=${load}>Try again</button>
        </div>`
      }
      ${
        closed &&
        html`<p class="hint warn">
          This server takes no payments: neither Stripe nor PayPal is configured.
          ${
            settings.signIn !== 'clerk' &&
            html` On it, <code>npm run -s token -- --email you@example.com --credits 100</code> gives credits.`
          }
        </p>`
      }
      <ul class="plans">
        ${plans?.map((plan) => html`<${PlanCard} key=${plan.id} plan=${plan} />`)}
      </ul>
    </section>
  `;
}

function PlanCard({ plan }: { plan: Plan }) {
  const [busy, setBusy] = useState(false);
  const { name, credits, priceCents, currency, description, providers } = plan;
  return html`
    <li class="card plan">
      <h3>${name}</h3>
      <p class="big number">${formatPrice(priceCents, currency)}</p>
      <p>${count(credits, 'credit')}</p>
      <p class="small">${description}</p>
      <div class="actions">
        ${providers.map(
          (provider) =>
            html`<button
              type="button"
              class="primary"
              disabled=${busy}
              aria-label="Buy ${name} with ${PROVIDERS[provider]}"
              onClick=${async () => {
                setBusy(true);
                await buy(plan, provider).catch((error: unknown) => notify(messageOf(error)));
                setBusy(false);
              }}
            >
              ${PROVIDERS[provider]}
            </button>`,
        )}
      </div>
    </li>
  `;
}
