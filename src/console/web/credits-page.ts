import { html } from 'htm/preact';
export const CreditsPage = () => html`<h1>Credits</h1>`;
