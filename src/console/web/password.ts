import { signal } from '@preact/signals';
import { html } from 'htm/preact';
import { useEffect, useRef } from 'preact/hooks';

const asked = signal<{ filename: string; again: boolean; answer: (password: string | null) => void } | null>(null);
/** Passwords that were given on this page, by file, so that its pages open without a second question. */
const given = new Map<string, string>();
const tried = new Set<string>();

export const rememberPassword = (id: string, password: string): void => {
  given.set(id, password);
  tried.delete(id);
};

/**
 * The password of a locked file; null where its owner does not want to say. `anew` asks even where one was given before.
 * Nothing is stored.
 */
export function askPassword(id: string, filename: string, { anew = false } = {}): Promise<string | null> {
  const known = anew ? undefined : given.get(id);
  if (known !== undefined && !tried.has(id)) {
    tried.add(id);
    return Promise.resolve(known);
  }
  return new Promise((resolve) => {
    const answer = (password: string | null) => {
      asked.value = null;
      if (password !== null) given.set(id, password);
      resolve(password);
    };
    asked.value = { filename, again: given.has(id), answer };
    tried.add(id);
  });
}

export function PasswordDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  const question = asked.value;
  useEffect(() => {
    if (question) dialog.current?.showModal();
    else dialog.current?.close();
  }, [question]);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (event.target instanceof HTMLFormElement) {
      question?.answer(String(new FormData(event.target).get('password') ?? ''));
    }
  };
  return html`
    <dialog ref=${dialog} aria-labelledby="password-title" onClose=${() => asked.value?.answer(null)}>
      ${
        question &&
        html`<form onSubmit=${submit}>
          <h2 id="password-title">This PDF is locked</h2>
          <p>
            <bdi>${question.filename}</bdi>
            ${question.again ? 'does not open with that password.' : 'asks for its password.'}
          </p>
          <label for="pdf-password">Password</label>
          <input id="pdf-password" name="password" type="password" autocomplete="off" autofocus required />
          <p class="small">It is used at once and kept nowhere.</p>
          <div class="actions">
            <button type="button" onClick=${() => question.answer(null)}>Cancel</button>
            <button class="primary">Open</button>
          </div>
        </form>`
      }
    </dialog>
  `;
}
