import { signal } from '@preact/signals';
import { html } from 'htm/preact';
import { useEffect, useRef } from 'preact/hooks';

type Question = { title: string; text: string; action: string; danger?: boolean };

const asked = signal<(Question & { answer: (yes: boolean) => void }) | null>(null);

/** Asks before something that cannot be undone or costs something. Escape and “Cancel” say no. */
export const confirmed = (question: Question): Promise<boolean> =>
  new Promise((resolve) => {
    asked.value = {
      ...question,
      answer: (yes) => {
        asked.value = null;
        resolve(yes);
      },
    };
  });

export function ConfirmDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  const question = asked.value;
  useEffect(() => {
    if (question) dialog.current?.showModal();
    else dialog.current?.close();
  }, [question]);
  return html`
    <dialog
      ref=${dialog}
      aria-labelledby="confirm-title"
      aria-describedby="confirm-text"
      onClose=${() => asked.value?.answer(false)}
    >
      ${
        question &&
        html`
          <h2 id="confirm-title">${question.title}</h2>
          <p id="confirm-text">${question.text}</p>
          <div class="actions">
            <button type="button" autofocus onClick=${() => question.answer(false)}>Cancel</button>
            <button
              type="button"
              class=${question.danger ? 'primary danger' : 'primary'}
              onClick=${() => question.answer(true)}
            >
              ${question.action}
            </button>
          </div>
        `
      }
    </dialog>
  `;
}
