import { html } from 'htm/preact';
import { useState } from 'preact/hooks';
import { messageOf } from './graphql.ts';

type Props = {
  action: string;
  name?: string;
  description?: string | null;
  onSave: (name: string, description: string | null) => Promise<void>;
};

/** The fields are the person's own once they are drawn: nothing that is drawn later takes back what was typed. */
export function DashboardForm({ action, name = '', description = null, onSave }: Props) {
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const form = new FormData(event.target);
    setBusy(true);
    setError(null);
    try {
      await onSave(String(form.get('name') ?? ''), String(form.get('description') ?? '').trim() || null);
    } catch (caught) {
      setError(messageOf(caught));
    }
    setBusy(false);
  };
  return html`
    <form class="dashboard-form" onSubmit=${submit}>
      <div class="field">
        <label for="dashboard-name">Name</label>
        <input id="dashboard-name" name="name" defaultValue=${name} required maxlength="255" autocomplete="off" />
      </div>
      <div class="field">
        <label for="dashboard-description">Description <span class="small">optional</span></label>
        <input
          id="dashboard-description"
          name="description"
          defaultValue=${description ?? ''}
          maxlength="2000"
          autocomplete="off"
        />
      </div>
      <button class="primary" disabled=${busy}>${action}</button>
      ${error !== null && html`<p class="hint bad" role="alert">${error}</p>`}
    </form>
  `;
}
