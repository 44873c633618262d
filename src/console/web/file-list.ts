import { html } from 'htm/preact';
import { useState } from 'preact/hooks';
import { failed, type FileSummary } from './answers.ts';
import { FileActions } from './file-actions.ts';
import { files, list, listError, loadFiles, verdicts } from './files.ts';
import { count, formatMoment, formatSize } from './format.ts';
import { Icon } from './icon.ts';
import { Progress } from './progress.ts';
import { uploads } from './uploads.ts';
import { VerdictBadge } from './verdict-badge.ts';

export function FileList() {
  const known = files.value;
  if (listError.value !== null) {
    return html`<div class="card empty" role="alert">
      <p>${listError}</p>
      <button type="button" onClick=${() => loadFiles()}>Try again</button>
    </div>`;
  }
  if (!known) return html`<p class="small" aria-busy="true">Loading your statements…</p>`;
  if (known.length === 0 && uploads.value.length > 0) return null;
  if (known.length === 0) {
    return html`<div class="card empty">
      <p><strong>No statements yet.</strong></p>
      <p>Drop one above. To try it, take <code>samples/statement.pdf</code> of the source.</p>
    </div>`;
  }
  return html`
    <section aria-labelledby="your-statements">
      <h2 id="your-statements">Your statements <span class="small">${list.value?.totalCount}</span></h2>
      <ul class="cards list">
        ${known.map((file) => html`<${FileRow} key=${file.id} file=${file} />`)}
      </ul>
      ${list.value?.hasNextPage && html`<${MoreButton} />`}
    </section>
  `;
}

function MoreButton() {
  const [busy, setBusy] = useState(false);
  const more = async () => {
    setBusy(true);
    await loadFiles({ more: true });
    setBusy(false);
  };
  return html`<p><button type="button" disabled=${busy} onClick=${more}>Show more</button></p>`;
}

function FileRow({ file }: { file: FileSummary }) {
  const { id, filename, status, fileSize, totalPages, createdAt, progress } = file;
  const verdict = verdicts.value.get(id);
  const facts = [
    totalPages && count(totalPages, 'page'),
    fileSize && formatSize(fileSize),
    formatMoment(createdAt),
  ].filter(Boolean);
  const name = html`<bdi>${filename}</bdi>`;
  return html`
    <li class="card file">
      <${Icon} name="document" />
      <div class="about">
        <p class="name">${status === 'PENDING' ? name : html`<a href="#/statements/${id}">${name}</a>`}</p>
        <p class="small">${facts.join(' · ')}</p>
        ${verdict && failed(verdict) && status === 'ERROR' && html`<p class="small">${verdict.message}</p>`}
      </div>
      <div class="state">
        ${
          status === 'PROCESSING'
            ? html`<${Progress} label="Reading ${filename}" text="Reading rows" percent=${progress} />`
            : html`<${VerdictBadge} status=${status} verdict=${verdict} />`
        }
      </div>
      <div class="actions"><${FileActions} file=${file} /></div>
    </li>
  `;
}
