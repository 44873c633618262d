import { html } from 'htm/preact';
export const StatementPage = ({ id }: { id: string }) => html`<h1>Statement ${id}</h1>`;
