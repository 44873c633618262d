import type { Assets } from './assets.ts';

/** What the page must know before it can ask. */
export type Settings = {
  /** `local`: one click; `token`: a token is pasted; `clerk`: Clerk's own pages. */
  signIn: 'local' | 'token' | 'clerk';
  clerkPublishableKey: string | null;
  /** What signed URLs of this server start with: its origin under its public name. */
  publicOrigin: string;
  playground: boolean;
  maxUploadBytes: number;
};

/** The page as it is served: an empty house, its settings and the files that fill it. */
export function renderShell({ base, modules, styles }: Assets, settings: Settings): string {
  const lines = [
    ...styles.map((path) => `<link rel="stylesheet" href="${base}/${path}">`),
    ...modules.map((path) => `<link rel="modulepreload" href="${base}/${path}">`),
  ];
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="description" content="Bank statements in, Excel workbooks that add up out">
    <meta name="console-settings" content="${escapeHtml(JSON.stringify({ ...settings, base }))}">
    <title>Excellent Banking</title>
    <link rel="icon" type="image/svg+xml" href="${base}/web/icon.svg">
    ${lines.join('\n    ')}
    <script type="module" src="${base}/web/main.ts"></script>
  </head>
  <body>
    <div id="app"></div>
    <noscript>This page needs JavaScript. The API does not: see <a href="/docs">/docs</a>.</noscript>
  </body>
</html>
`;
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
