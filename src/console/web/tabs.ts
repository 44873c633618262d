import { html } from 'htm/preact';

type Tab = { id: string; label: string };

/** One of several views. Arrows, Home and End move between them, as the pattern for tabs has it. */
export function Tabs({
  label,
  tabs,
  chosen,
  onChoose,
}: {
  label: string;
  tabs: Tab[];
  chosen: string;
  onChoose: (id: string) => void;
}) {
  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ id }) => id === chosen);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = tabs.at(to % tabs.length);
    if (!next) return;
    onChoose(next.id);
    document.querySelector<HTMLElement>(`#tab-${next.id}`)?.focus();
  };
  return html`
    <div role="tablist" aria-label=${label} class="tabs" onKeyDown=${move}>
      ${tabs.map(
        ({ id, label: text }) =>
          html`<button
            type="button"
            role="tab"
            id="tab-${id}"
            aria-selected=${id === chosen}
            aria-controls="panel-${id}"
            tabindex=${id === chosen ? 0 : -1}
            onClick=${() => onChoose(id)}
          >
            ${text}
          </button>`,
      )}
    </div>
  `;
}

export const Panel = ({ id, children }: { id: string; children: unknown }) =>
  html`<div role="tabpanel" id="panel-${id}" aria-labelledby="tab-${id}" class="panel">${children}</div>`;
