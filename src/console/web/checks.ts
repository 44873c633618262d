import { html } from 'htm/preact';
import type { Check, Statement } from './answers.ts';
import { formatMoney } from './format.ts';
import { nameCheck } from './row-flags.ts';
import { BadgeMark } from './verdict-badge.ts';

/** The proofs that were tried, the failed ones first. */
export function Checks({ statement: { checks } }: { statement: Statement }) {
  if (checks.length === 0) {
    return html`<p class="card">The statement prints no balance and no total that its rows could be held against.</p>`;
  }
  const sorted = checks.toSorted((one, other) => Number(one.ok) - Number(other.ok));
  return html`
    <div class="card table-scroll" tabindex="0" role="region" aria-label="Checks">
      <table>
        <caption>
          Each printed figure beside the one computed from the rows
        </caption>
        <thead>
          <tr>
            <th scope="col">Check</th>
            <th scope="col" class="end">Printed</th>
            <th scope="col" class="end">Computed</th>
            <th scope="col">Result</th>
          </tr>
        </thead>
        <tbody>
          ${sorted.map((check) => html`<${CheckRow} check=${check} />`)}
        </tbody>
      </table>
    </div>
  `;
}

const CheckRow = ({ check: { name, ok, expected, found } }: { check: Check }) => html`
  <tr class=${ok ? '' : 'failing'}>
    <th scope="row">${nameCheck(name)}</th>
    <td class="end money">${formatMoney(expected)}</td>
    <td class="end money">${formatMoney(found)}</td>
    <td>
      <${BadgeMark}
        badge=${ok ? { kind: 'good', icon: 'check', text: 'Passed' } : { kind: 'bad', icon: 'cross', text: 'Failed' }}
      />
    </td>
  </tr>
`;
