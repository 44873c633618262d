import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

type Entry = { method: string; path: string; handler: () => Response | Promise<Response> };

/** `/openapi.json`, and Swagger UI at `/docs`. All of it comes from this process; nothing from anywhere else. */
export function docsEntries(build: (publicUrl: string) => object, publicUrl: () => string): Entry[] {
  const get = (path: string, handler: Entry['handler']): Entry => ({ method: 'GET', path, handler });
  let openapi: string | undefined;
  return [
    get('/openapi.json', () => {
      openapi ??= JSON.stringify(build(publicUrl()));
      return new Response(openapi, { headers: { 'Content-Type': 'application/json' } });
    }),
    get('/docs', () => new Response(PAGE, { headers: pageHeaders(publicUrl()) })),
    get('/docs/start.js', () => new Response(START, { headers: { 'Content-Type': 'text/javascript' } })),
    ...ASSETS.map(([name, type]) =>
      get(`/docs/${name}`, async () => {
        const bytes = await readFile(resolve(`swagger-ui-dist/${name}`));
        return new Response(bytes, { headers: { 'Content-Type': type, 'Cache-Control': 'public, max-age=3600' } });
      }),
    ),
  ];
}

const { resolve } = createRequire(import.meta.url);

const ASSETS = [
  ['swagger-ui.css', 'text/css'],
  ['swagger-ui-bundle.js', 'text/javascript'],
  ['favicon-32x32.png', 'image/png'],
] as const;

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Excellent Banking</title>
    <link rel="stylesheet" href="/docs/swagger-ui.css">
    <link rel="icon" type="image/png" href="/docs/favicon-32x32.png">
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/start.js"></script>
  </body>
</html>
`;

/** Without a validator's address, Swagger UI would ask its own in the web. */
const START = `SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  persistAuthorization: true,
  validatorUrl: null,
});
`;

/** Scripts and styles are files of this server; requests that are tried out go to it under its public name. */
const pageHeaders = (publicUrl: string) => ({
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
    `connect-src 'self' ${new URL(publicUrl).origin}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
});
