import type { Config } from './config.ts';

/** The first lines on the terminal: where everything is, and the main job as one chain to copy. */
export function welcome(config: Config, url: string): string {
  const lines = [
    '',
    '  Excellent Banking: bank statements in, Excel workbooks that add up out',
    '',
    ...(config.console ? [`  The page     ${url}/`] : []),
    ...(config.production ? [] : [`  Playground   ${url}/graphql`]),
    `  API docs     ${url}/docs`,
    ...(config.auth.mode === 'local'
      ? ['  Token        npm run -s token -- --email you@example.com', '', ...chain(url)]
      : ['  Token        a session token of your Clerk instance']),
    '',
  ];
  return `${lines.join('\n')}\n`;
}

const chain = (url: string): string[] =>
  `  The main job, to copy into another terminal here:

  TOKEN=$(npm run -s token -- --email you@example.com)
  AUTH="Authorization: Bearer $TOKEN"; FILE=samples/statement.pdf
  field() { node -pe 'JSON.parse(require("fs").readFileSync(0, "utf8"))[process.argv[1]]' "$1"; }
  UP=$(curl -s -H "$AUTH" -H 'Content-Type: application/json' -d '{"filename":"statement.pdf"}' ${url}/files/upload-url) &&
  ID=$(echo "$UP" | field file_id) &&
  curl -s -T "$FILE" -H 'Content-Type: application/pdf' "$(echo "$UP" | field upload_url)" &&
  curl -s -X POST -H "$AUTH" ${url}/files/$ID/process > /dev/null &&
  until curl -s -H "$AUTH" ${url}/files/$ID | grep -qE '"status": ?"(completed|error)"'; do sleep 0.2; done &&
  curl -s -H "$AUTH" -o statement.xlsx ${url}/files/$ID/download && ls -l statement.xlsx`.split('\n');
