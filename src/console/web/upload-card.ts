import { html } from 'htm/preact';
import { account } from './account.ts';
import { failed } from './answers.ts';
import { isLocked, UnlockButton } from './file-actions.ts';
import { download, verdicts } from './files.ts';
import { count, formatSize } from './format.ts';
import { messageOf } from './graphql.ts';
import { Icon } from './icon.ts';
import { notify } from './notice.ts';
import { Progress } from './progress.ts';
import { begin, dismiss, type Stage, type Upload } from './uploads.ts';
import { VerdictBadge } from './verdict-badge.ts';

export function UploadCard({ upload }: { upload: Upload }) {
  const { key, name, content, stage } = upload;
  const settled = stage.name === 'done' || stage.name === 'refused' || stage.name === 'twice';
  return html`
    <li class="card upload ${stage.name}">
      <${Icon} name="document" />
      <div class="about">
        <p class="name"><bdi>${name}</bdi></p>
        <p class="small">${formatSize(content.size)}</p>
        <${StageLine}
          name=${name}
          stage=${stage.name === 'done' ? { ...stage, verdict: verdicts.value.get(stage.id) ?? stage.verdict } : stage}
        />
      </div>
      <div class="actions">
        <${StageActions} upload=${upload} />
        ${settled && html`<button type="button" class="quiet" aria-label="Dismiss ${name}" onClick=${() => dismiss(key)}><${Icon} name="cross" /></button>`}
      </div>
    </li>
  `;
}

function StageLine({ name, stage }: { name: string; stage: Stage }) {
  if (stage.name === 'waiting') return html`<p class="small">Waiting for its turn</p>`;
  if (stage.name === 'uploading')
    return html`<${Progress} label="Uploading ${name}" text="Uploading" percent=${stage.percent} />`;
  if (stage.name === 'counting')
    return html`<${Progress} label="Counting the pages of ${name}" text="Counting pages" percent=${null} />`;
  if (stage.name === 'processing')
    return html`<${Progress} label="Reading ${name}" text="Reading rows" percent=${stage.percent} />`;
  if (stage.name === 'twice') return html`<p class="hint warn">You already have a statement of this name and size.</p>`;
  if (stage.name === 'refused') return html`<p class="hint bad">${explain(stage)}</p>`;
  const { verdict } = stage;
  return html`<p class="outcome">
    <${VerdictBadge} status=${verdict && failed(verdict) ? 'ERROR' : 'COMPLETED'} verdict=${verdict} />
    ${verdict && failed(verdict) && html`<span>${verdict.message}</span>`}
  </p>`;
}

function explain({ code, message }: Extract<Stage, { name: 'refused' }>) {
  if (code !== 'INSUFFICIENT_CREDITS') return message;
  const credits = account.value?.balance.credits ?? 0;
  return html`It needs more credits than you have (${count(credits, 'credit')} left). It is uploaded and waits.${' '}
    <a href="#/credits">Buy credits</a>`;
}

function StageActions({ upload: { key, name, stage } }: { upload: Upload }) {
  if (stage.name === 'twice') {
    return html`
      <a class="button" href="#/statements/${stage.id}">Open it</a>
      <button type="button" onClick=${() => begin(key)}>Upload again</button>
    `;
  }
  if (stage.name === 'refused' && stage.code !== 'BAD_USER_INPUT') {
    return html`<button type="button" onClick=${() => begin(key)}>Try again</button>`;
  }
  if (stage.name !== 'done') return null;
  const { id } = stage;
  // Somebody may have given its password since.
  const verdict = verdicts.value.get(id) ?? stage.verdict;
  if (isLocked(verdict)) return html`<${UnlockButton} id=${id} filename=${name} />`;
  if (verdict && failed(verdict)) return null;
  return html`
    <a class="button" href="#/statements/${id}">See the rows</a>
    <button
      type="button"
      class="primary"
      onClick=${() => download(id, 'XLSX').catch((error: unknown) => notify(messageOf(error)))}
    >
      <${Icon} name="download" /> Excel
    </button>
  `;
}
