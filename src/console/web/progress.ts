import { html } from 'htm/preact';

/** How far something is; `percent` is null where nobody knows. */
export const Progress = ({ label, text, percent }: { label: string; text: string; percent: number | null }) => html`
  <div class="progress">
    <progress aria-label=${label} max="100" value=${percent}></progress>
    <span class="small">${text}${percent !== null && html` <span class="number">${percent}%</span>`}</span>
  </div>
`;
