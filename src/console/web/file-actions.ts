import { html } from 'htm/preact';
import { type DownloadFormat, failed, type FileSummary } from './answers.ts';
import { confirmed } from './confirm.ts';
import { deleteFile, download, processFile, type Verdict, verdicts } from './files.ts';
import { count } from './format.ts';
import { messageOf, RequestFailed } from './graphql.ts';
import { Icon } from './icon.ts';
import { Menu } from './menu.ts';
import { notify } from './notice.ts';
import { askPassword, rememberPassword } from './password.ts';

type Offered = DownloadFormat | 'EXCEL_CSV';
const FORMATS: readonly (readonly [Offered, string])[] = [
  ['CSV', 'CSV'],
  ['EXCEL_CSV', 'CSV for Excel'],
  ['JSON', 'JSON'],
  ['OFX', 'OFX'],
  ['QIF', 'QIF'],
];

/** What can be done with a file: downloads, another run, the end. `onDeleted` where the page shows that file alone. */
export function FileActions({ file, onDeleted }: { file: FileSummary; onDeleted?: () => void }) {
  const { id, filename, status } = file;
  const get = (format: Offered) => () => attempt(() => download(id, format));
  const remove = async () => {
    const title = 'Delete this statement?';
    const text = `${filename} and all that was made of it will be gone. Credits spent on it are not given back.`;
    if (!(await confirmed({ title, text, action: 'Delete', danger: true }))) return;
    await attempt(async () => {
      await deleteFile(file);
      onDeleted?.();
    });
  };
  return html`
    ${
      status === 'COMPLETED' &&
      html`<button type="button" class="primary" onClick=${get('XLSX')} aria-label="Download ${filename} as Excel">
        <${Icon} name="download" /> Excel
      </button>`
    }
    ${
      (status === 'PENDING' || status === 'ERROR') &&
      (isLocked(verdicts.value.get(id))
        ? html`<${UnlockButton} id=${id} filename=${filename} />`
        : html`<button type="button" onClick=${() => attempt(() => processFile(id))} aria-label="Process ${filename}">
            ${status === 'PENDING' ? 'Process' : 'Try again'}
          </button>`)
    }
    <${Menu} label="More for ${filename}">
      ${
        status === 'COMPLETED' &&
        FORMATS.map(([format, text]) => html`<button type="button" onClick=${get(format)}>Download ${text}</button>`)
      }
      <button type="button" onClick=${get('ORIGINAL')}>Download the original</button>
      ${status === 'COMPLETED' && html`<button type="button" onClick=${() => processAgain(file)}>Process again…</button>`}
      <button type="button" class="danger" onClick=${remove} disabled=${status === 'PROCESSING'}>Delete…</button>
    <//>
  `;
}

export const isLocked = (verdict: Verdict | undefined): boolean =>
  verdict != null && failed(verdict) && verdict.code === 'encrypted_pdf';

/** Has a locked PDF read with the password that its owner gives. */
export function UnlockButton({ id, filename }: { id: string; filename: string }) {
  const unlock = async () => {
    const password = await askPassword(id, filename, { anew: true });
    if (password === null) return;
    rememberPassword(id, password);
    await attempt(() => processFile(id, { password }));
  };
  return html`<button type="button" onClick=${unlock} aria-label="Give the password of ${filename}">
    Give password…
  </button>`;
}

async function processAgain({ id, filename, totalPages }: FileSummary): Promise<void> {
  const price = count(totalPages ?? 1, 'credit');
  const text = `${filename} will be read anew, and charged again: ${price}.`;
  if (await confirmed({ title: 'Process again?', text, action: `Process for ${price}` })) {
    await attempt(() => processFile(id, { force: true }));
  }
}

async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const short = error instanceof RequestFailed && error.code === 'INSUFFICIENT_CREDITS';
    notify(short ? 'This needs more credits than you have. Packs are on the page Credits.' : messageOf(error));
  }
}
