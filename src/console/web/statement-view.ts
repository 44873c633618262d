import { html } from 'htm/preact';
import { useState } from 'preact/hooks';
import type { ExtractedDocument, FileSummary, Statement } from './answers.ts';
import { Charts } from './charts.ts';
import { Checks } from './checks.ts';
import { formatDay, formatMoney } from './format.ts';
import { RowsBeside } from './rows-beside.ts';
import { Panel, Tabs } from './tabs.ts';
import { BadgeMark, badgeOf } from './verdict-badge.ts';

export function StatementView({ file, document }: { file: FileSummary; document: ExtractedDocument }) {
  const { statements, warnings } = document;
  const [chosen, setChosen] = useState(0);
  const [tab, setTab] = useState('rows');
  const statement = statements[chosen];
  if (!statement) return html`<p class="card">Nothing was found in this document.</p>`;
  const failing = statement.checks.filter(({ ok }) => !ok).length;
  const tabs = [
    { id: 'rows', label: `Rows (${statement.transactions.length})` },
    { id: 'checks', label: failing > 0 ? `Checks (${failing} failed)` : `Checks (${statement.checks.length})` },
    { id: 'charts', label: 'Charts' },
  ];
  return html`
    ${
      warnings.length > 0 &&
      html`<ul class="card hint warn warnings">
        ${warnings.map((warning) => html`<li>${warning}</li>`)}
      </ul>`
    }
    ${
      statements.length > 1 &&
      html`<div class="field">
        <label for="which">Statement</label>
        <select
          id="which"
          onChange=${(event: Event) => {
            if (event.target instanceof HTMLSelectElement) setChosen(Number(event.target.value));
          }}
        >
          ${statements.map((one, n) => html`<option value=${n}>${n + 1} of ${statements.length}: ${nameOf(one)}</option>`)}
        </select>
      </div>`
    }
    <${Facts} statement=${statement} several=${statements.length > 1} />
    <${Tabs} label="Views of the statement" tabs=${tabs} chosen=${tab} onChoose=${setTab} />
    <${Panel} id=${tab}>
      ${tab === 'rows' && html`<${RowsBeside} key=${chosen} file=${file} statement=${statement} />`}
      ${tab === 'checks' && html`<${Checks} statement=${statement} />`}
      ${tab === 'charts' && html`<${Charts} key=${chosen} statement=${statement} />`}
    <//>
  `;
}

const nameOf = ({ bank, accountNumber, currency }: Statement): string =>
  [bank, accountNumber, currency].filter(Boolean).join(' · ') || 'without a name';

function Facts({ statement, several }: { statement: Statement; several: boolean }) {
  const { bank, accountNumber, accountHolder, currency, periodStart, periodEnd } = statement;
  const money = (amount: string | null) =>
    amount === null ? null : html`<span class="money">${formatMoney(amount)}</span>`;
  const period = periodStart && periodEnd ? `${formatDay(periodStart)} – ${formatDay(periodEnd)}` : null;
  const facts = [
    ['Bank', bank],
    ['Account', accountNumber],
    ['Holder', accountHolder],
    ['Period', period],
    ['Currency', currency],
    ['Opening balance', money(statement.openingBalance)],
    ['Money in', money(statement.totalCredits)],
    ['Money out', money(statement.totalDebits)],
    ['Closing balance', money(statement.closingBalance)],
  ] as const;
  return html`
    <div class="card facts">
      ${several && html`<${BadgeMark} badge=${badgeOf(statement.reconciled)} />`}
      <dl>
        ${facts.map(
          ([name, value]) =>
            value !== null &&
            html`<div>
              <dt>${name}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
      <p class="small">${VERDICTS[`${statement.reconciled}`]}</p>
    </div>
  `;
}

const VERDICTS = {
  true: 'Arithmetic proves these rows: they lead from the printed opening balance to the printed closing balance, or to both printed totals.',
  false: 'A printed figure contradicts the rows. See the failed checks and the rows that are marked.',
  null: 'The statement prints nothing that would prove these rows. They may well be right; look at the document beside them.',
};
