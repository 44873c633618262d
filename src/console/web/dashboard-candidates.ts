import { html } from 'htm/preact';
import { useState } from 'preact/hooks';
import { count, formatMoment } from './format.ts';
import { ask } from './graphql.ts';
import { ADD_TO_DASHBOARD, DASHBOARD_CANDIDATES } from './dashboard-operations.ts';
import { usePaged } from './paged.ts';
import { PagedFoot } from './paged-foot.ts';
import { SearchField } from './search-field.ts';

type Props = {
  id: string;
  /** Another number of members is another list of what is left. */
  memberCount: number;
  change: (work: () => Promise<unknown>, said: string) => Promise<void>;
};

/** The statements that could be added: to be found by name, and chosen over any number of searches. */
export function DashboardCandidates({ id, memberCount, change }: Props) {
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const others = usePaged(
    `${id} ${memberCount} ${search}`,
    async (part) => (await ask(DASHBOARD_CANDIDATES, { id, search, ...part })).dashboard.candidates,
  );
  const toggle = (fileId: string) => {
    const next = new Set(chosen);
    if (!next.delete(fileId)) next.add(fileId);
    setChosen(next);
  };
  const add = async () => {
    await change(() => ask(ADD_TO_DASHBOARD, { id, fileIds: [...chosen] }), `${count(chosen.size, 'statement')} added`);
    setChosen(new Set());
  };
  if (others.nodes === null && others.error === null) return null;
  if (others.totalCount === 0 && search === '' && others.error === null) return null;
  return html`<section aria-labelledby="others">
    <h2 id="others">Add statements <span class="small">${others.totalCount}</span></h2>
    <${SearchField} label="Find by name" onSearch=${setSearch} />
    ${others.nodes?.length === 0 && html`<p class="small" role="status">No statement of that name is left to add.</p>`}
    ${
      others.nodes !== null &&
      others.nodes.length > 0 &&
      html`<fieldset class="card choices-list">
        <legend class="unseen">Statements to add</legend>
        ${others.nodes.map(
          (file) =>
            html`<label key=${file.id}>
              <input type="checkbox" checked=${chosen.has(file.id)} onChange=${() => toggle(file.id)} />
              <span><bdi>${file.filename}</bdi> <span class="small">${formatMoment(file.createdAt)}</span></span>
            </label>`,
        )}
      </fieldset>`
    }
    <${PagedFoot} list=${others} what="statements to add" />
    <p class="add-bar">
      <button type="button" class="primary" disabled=${chosen.size === 0} onClick=${add}>
        Add ${chosen.size > 0 ? count(chosen.size, 'statement') : 'statements'}
      </button>
    </p>
  </section>`;
}
