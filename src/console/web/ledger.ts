import { html } from 'htm/preact';
import { useEffect, useState } from 'preact/hooks';
import type { Connection, CreditTransaction } from './answers.ts';
import { account } from './account.ts';
import { formatMoment } from './format.ts';
import { ask, messageOf } from './graphql.ts';
import { CREDIT_TRANSACTIONS } from './operations.ts';

const TYPES: Readonly<Record<CreditTransaction['type'], string>> = {
  SIGNUP: 'Welcome',
  PURCHASE: 'Purchase',
  USAGE: 'Statement',
  REFUND: 'Refund',
  ADJUSTMENT: 'Adjustment',
  REVERSAL: 'Reversal',
};

/** Every movement of credits, newest first. */
export function Ledger() {
  const [rows, setRows] = useState<CreditTransaction[] | null>(null);
  const [page, setPage] = useState<Connection<CreditTransaction>['pageInfo'] | null>(null);
  const [error, setError] = useState<string | null>(null);

  const load = async (after: string | null) => {
    setError(null);
    try {
      const { creditTransactions } = await ask(CREDIT_TRANSACTIONS, { first: 20, after });
      setRows((before) => [...(after === null ? [] : (before ?? [])), ...creditTransactions.nodes]);
      setPage(creditTransactions.pageInfo);
    } catch (caught) {
      setError(messageOf(caught));
    }
  };
  // Anew where the balance has changed.
  const credits = account.value?.balance.credits;
  useEffect(() => {
    void load(null);
  }, [credits]);

  return html`
    <section aria-labelledby="movements">
      <h2 id="movements">Movements</h2>
      ${error !== null && html`<p class="hint bad" role="alert">${error}</p>`}
      ${
        rows &&
        html`<div class="card table-scroll" tabindex="0" role="region" aria-label="Movements of credits">
          <table>
            <caption class="unseen">
              Movements of credits, newest first
            </caption>
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">What</th>
                <th scope="col" class="end">Credits</th>
                <th scope="col" class="end">Owned after it</th>
              </tr>
            </thead>
            <tbody>
              ${rows.map((row) => html`<${Movement} key=${row.id} row=${row} />`)}
            </tbody>
          </table>
        </div>`
      }
      ${
        page?.hasNextPage &&
        html`<p><button type="button" onClick=${() => load(page.endCursor)}>Show older movements</button></p>`
      }
    </section>
  `;
}

const Movement = ({ row: { type, credits, balanceAfter, description, createdAt } }: { row: CreditTransaction }) => html`
  <tr>
    <td class="number">${formatMoment(createdAt)}</td>
    <td>
      <strong>${TYPES[type]}</strong>${' '}<span class="small"><bdi>${description}</bdi></span>
    </td>
    <td class="end money ${credits < 0 ? 'out' : 'in'}">${credits < 0 ? `−${-credits}` : `+${credits}`}</td>
    <td class="end money">${balanceAfter}</td>
  </tr>
`;
