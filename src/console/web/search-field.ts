import { html } from 'htm/preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** A pause in typing of this length asks the server. */
const PAUSE_MS = 250;

/** A field that searches while one types. */
export function SearchField({ label, onSearch }: { label: string; onSearch: (text: string) => void }) {
  const [text, setText] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const type = (typed: string) => {
    setText(typed);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onSearch(typed.trim()), PAUSE_MS);
  };
  return html`<label class="field search">
    <span>${label}</span>
    <input
      type="search"
      value=${text}
      onInput=${({ currentTarget }: { currentTarget: HTMLInputElement }) => type(currentTarget.value)}
    />
  </label>`;
}
