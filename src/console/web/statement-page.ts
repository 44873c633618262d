import { html } from 'htm/preact';
import { useEffect, useState } from 'preact/hooks';
import { failed, type FileDetail } from './answers.ts';
import { FileActions } from './file-actions.ts';
import { live, verdicts } from './files.ts';
import { ask, messageOf } from './graphql.ts';
import { Icon } from './icon.ts';
import { FILE_DETAIL } from './operations.ts';
import { Progress } from './progress.ts';
import { goTo } from './router.ts';
import { StatementView } from './statement-view.ts';
import { VerdictBadge } from './verdict-badge.ts';

/** One file: what was read from it beside the document itself. */
export function StatementPage({ id }: { id: string }) {
  const [file, setFile] = useState<FileDetail | null>(null);
  const [error, setError] = useState<string | null>(null);
  const running = live.value.get(id);
  // A run that has ended has left another verdict behind.
  const verdict = verdicts.value.get(id);

  const load = async () => {
    setError(null);
    try {
      setFile((await ask(FILE_DETAIL, { id })).file);
    } catch (caught) {
      setError(messageOf(caught));
    }
  };
  useEffect(() => {
    if (!running) void load();
  }, [id, running === undefined, verdict]);

  const back = html`<p>
    <a class="back" href="#/statements"><${Icon} name="back" /> All statements</a>
  </p>`;
  if (error !== null) {
    return html`${back}
      <div class="card empty" role="alert">
        <h1>${error}</h1>
        <button type="button" onClick=${load}>Try again</button>
      </div>`;
  }
  if (!file)
    return html`${back}
      <p class="small" aria-busy="true">Loading the statement…</p>`;
  const { filename, status, processedData } = { ...file, ...running };
  return html`
    ${back}
    <div class="title">
      <h1><bdi>${filename}</bdi></h1>
      ${!running && html`<${VerdictBadge} status=${status} verdict=${processedData ?? undefined} />`}
      <div class="actions"><${FileActions} file=${{ ...file, status }} onDeleted=${() => goTo('#/statements')} /></div>
    </div>
    ${running && html`<${Progress} label="Reading ${filename}" text="Reading rows" percent=${running.progress} />`}
    ${
      processedData && failed(processedData) && html`<p class="card hint bad" role="alert">${processedData.message}</p>`
    }
    ${processedData && !failed(processedData) && html`<${StatementView} file=${file} document=${processedData} />`}
  `;
}
