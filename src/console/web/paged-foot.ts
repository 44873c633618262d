import { html } from 'htm/preact';
import type { Paged } from './paged.ts';

/** What stands beneath a list that is loaded part by part: how to get the next, or why there is none. */
export function PagedFoot({
  list,
  what,
}: {
  list: Pick<Paged<unknown>, 'error' | 'hasMore' | 'busy' | 'more' | 'reload'>;
  what: string;
}) {
  if (list.error !== null) {
    return html`<div class="card empty" role="alert">
      <p>${list.error}</p>
      <button type="button" onClick=${list.reload}>Try again</button>
    </div>`;
  }
  if (!list.hasMore) return null;
  return html`<p>
    <button type="button" disabled=${list.busy} onClick=${list.more} aria-label="Show more ${what}">Show more</button>
  </p>`;
}
