import type { ComponentChildren } from 'preact';
import { html } from 'htm/preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from './icon.ts';

/** A button that shows more of them. Escape, a person's click elsewhere and a choice close it. */
export function Menu({ label, children }: { label: string; children: ComponentChildren }) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const menu = details.current;
      // A download that begins late clicks on a link of its own.
      if (!menu?.open || !event.isTrusted) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return;
        menu.querySelector('summary')?.focus();
      } else if (event.target instanceof Node && menu.contains(event.target)) return;
      menu.open = false;
    };
    document.addEventListener('click', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('click', close);
      document.removeEventListener('keydown', close);
    };
  }, []);
  const chosen = () => {
    if (details.current) details.current.open = false;
  };
  return html`
    <details class="menu" ref=${details}>
      <summary class="button" aria-label=${label} title=${label}><${Icon} name="more" /></summary>
      <div class="choices" onClick=${chosen}>${children}</div>
    </details>
  `;
}
