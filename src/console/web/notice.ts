import { signal } from '@preact/signals';
import { html } from 'htm/preact';
import { announce } from './announce.ts';

type Notice = { text: string; good: boolean };

const notice = signal<Notice | null>(null);

/** Says something that concerns the whole page, until it is dismissed. */
export function notify(text: string, { good = false } = {}): void {
  notice.value = { text, good };
  announce(text);
}

export function NoticeBar() {
  if (!notice.value) return null;
  const { text, good } = notice.value;
  return html`
    <div class="notice ${good ? 'good' : 'bad'}">
      <p>${text}</p>
      <button type="button" class="quiet" onClick=${() => (notice.value = null)}>Dismiss</button>
    </div>
  `;
}
