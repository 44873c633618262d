import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { startServerProcess } from '../support/server-process.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'excellent-banking-tracing-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** Tells of each module of the tracing SDK that the process loads. */
const TELLING = `import { registerHooks } from 'node:module';
registerHooks({ load(url, context, next) {
  if (url.includes('/@opentelemetry/sdk-trace/')) console.error('LOADED ' + url);
  return next(url, context);
} });`;

async function isLoaded(environment: Record<string, string>): Promise<boolean> {
  const server = await startServerProcess({
    DATA_DIR: dataDir,
    PORT: '0',
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(TELLING)}`,
    ...environment,
  });
  server.process.kill('SIGTERM');
  await server.exited;
  return server.output().includes('LOADED ');
}

test('a server that nobody wants traces of does not load what makes them', async () => {
  expect(await isLoaded({})).toBe(false);
  expect(await isLoaded({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1' })).toBe(true);
});
