import { html } from 'htm/preact';
import { useEffect, useState } from 'preact/hooks';
import { announce } from './announce.ts';
import type { FileSummary } from './answers.ts';
import { count, formatMoment } from './format.ts';
import { ask, messageOf } from './graphql.ts';
import { Icon } from './icon.ts';
import { notify } from './notice.ts';
import { ADD_TO_DASHBOARD, COMPLETED_FILES, REMOVE_FROM_DASHBOARD } from './operations.ts';
import { VerdictBadge } from './verdict-badge.ts';
import { verdicts } from './files.ts';

type Props = { id: string; files: readonly FileSummary[]; onChange: () => Promise<void> };

/** The statements of a dashboard, and those that could be added to it. */
export function DashboardFiles({ id, files, onChange }: Props) {
  const [others, setOthers] = useState<FileSummary[]>([]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    ask(COMPLETED_FILES).then(
      (answer) => setOthers(answer.files.nodes),
      (error: unknown) => notify(messageOf(error)),
    );
  }, [id]);
  const outside = others.filter((file) => !files.some((member) => member.id === file.id));

  const change = async (work: () => Promise<unknown>, said: string) => {
    try {
      await work();
      announce(said);
      setChosen(new Set());
      await onChange();
    } catch (error) {
      notify(messageOf(error));
    }
  };
  const add = () =>
    change(() => ask(ADD_TO_DASHBOARD, { id, fileIds: [...chosen] }), `${count(chosen.size, 'statement')} added`);
  const toggle = (fileId: string) => {
    const next = new Set(chosen);
    if (!next.delete(fileId)) next.add(fileId);
    setChosen(next);
  };

  return html`
    <section aria-labelledby="members">
      <h2 id="members">Statements in it <span class="small">${files.length}</span></h2>
      ${files.length === 0 && html`<p class="small">None yet. Choose some beneath.</p>`}
      <ul class="cards">
        ${files.map(
          (file) =>
            html`<li class="card file" key=${file.id}>
              <${Icon} name="document" />
              <p class="name">
                <a href="#/statements/${file.id}"><bdi>${file.filename}</bdi></a>
              </p>
              <div class="state"><${VerdictBadge} status=${file.status} verdict=${verdicts.value.get(file.id)} /></div>
              <div class="actions">
                <button
                  type="button"
                  aria-label="Take ${file.filename} out"
                  onClick=${() => change(() => ask(REMOVE_FROM_DASHBOARD, { id, fileId: file.id }), `${file.filename} was taken out`)}
                >
                  Take out
                </button>
              </div>
            </li>`,
        )}
      </ul>
    </section>
    ${
      outside.length > 0 &&
      html`<section aria-labelledby="others">
        <h2 id="others">Add statements</h2>
        <fieldset class="card choices-list">
          <legend class="unseen">Statements to add</legend>
          ${outside.map(
            (file) =>
              html`<label key=${file.id}>
                <input type="checkbox" checked=${chosen.has(file.id)} onChange=${() => toggle(file.id)} />
                <span><bdi>${file.filename}</bdi> <span class="small">${formatMoment(file.createdAt)}</span></span>
              </label>`,
          )}
        </fieldset>
        <p>
          <button type="button" class="primary" disabled=${chosen.size === 0} onClick=${add}>
            Add ${chosen.size > 0 ? count(chosen.size, 'statement') : 'statements'}
          </button>
        </p>
      </section>`
    }
  `;
}
