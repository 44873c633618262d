import { afterAll, beforeAll, expect, test } from 'vitest';
import { aSample } from '../support/a-statement.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

/** `name{labels}` → value, of Prometheus' text: every line is a comment or a sample. */
async function scrape(url = app.url): Promise<Map<string, number>> {
  const response = await fetch(new URL('/metrics', url));
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  const lines = (await response.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const [, sample = '', value] = /^([a-z_][a-z0-9_]*(?:\{.*\})?) (\S+)$/i.exec(line) ?? [];
      if (sample === '') throw new Error(`No sample: ${line}`);
      return [sample, Number(value)];
    }),
  );
}

/** The names of one label, over all samples. */
const labelsOf = (samples: Map<string, number>, label: string): string[] => [
  ...new Set([...samples.keys()].flatMap((sample) => new RegExp(`[{,]${label}="([^"]*)"`).exec(sample)?.[1] ?? [])),
];

test('an operator sees what was asked, read and spent, and nothing of whom', async () => {
  const ada = await app.signIn('canary-ada@example.com', 50);
  const { id } = await ada.upload(aSample('statement').pdf, 'canary-statement.pdf');
  await ada.post(`/files/${id}/process`);
  await ada.finished(id);
  const broken = await ada.upload(new TextEncoder().encode('%PDF-1.7 canary-content'), 'canary-broken.pdf');
  await ada.post(`/files/${broken.id}/process`);
  await ada.finished(broken.id);
  await ada.graphql('query CanaryQuery { me { id } }');
  await ada.get('/files/987654321');
  await ada.get('/canary-path?token=canary-query');
  await ada.get('/files/canary-id/download');
  await ada.call('CANARY', '/files/');

  const samples = await scrape();
  const of = (sample: string) => samples.get(sample);
  expect(of('http_request_duration_seconds_count{method="POST",route="/files/{file_id}/process",status="200"}')).toBe(
    2,
  );
  expect(of('http_request_duration_seconds_count{method="GET",route="/files/{file_id}",status="404"}')).toBe(1);
  expect(of('http_request_duration_seconds_count{method="PUT",route="/storage/{key}",status="200"}')).toBe(2);
  expect(of('http_request_duration_seconds_count{method="GET",route="other",status="404"}')).toBe(1);
  expect(of('http_request_duration_seconds_count{method="POST",route="/graphql",status="200"}')).toBe(1);
  expect(of('extractions_total{format="pdf-text",reconciled="true",error="none"}')).toBe(1);
  expect(of('extractions_total{format="none",reconciled="none",error="damaged_file"}')).toBe(1);
  expect(of('extraction_duration_seconds_count{format="pdf-text"}')).toBe(1);
  const issued = of('ledger_credits{account="issued"}') ?? 0;
  const owned = ['available', 'reserved', 'used'].map((account) => of(`ledger_credits{account="${account}"}`) ?? 0);
  expect(issued).toBe(-60);
  expect(owned.reduce((sum, credits) => sum + credits)).toBe(60);
  expect(owned[2]).toBeGreaterThan(0);
  expect(of('jobs{kind="apply-webhook",state="waiting"}')).toBe(0);
  expect(of('jobs_oldest_due_seconds{kind="process-file"}')).toBe(0);
  expect(of('process_resident_memory_bytes')).toBeGreaterThan(0);
  expect(samples.has('database_connections{state="idle"}')).toBe(process.env['TEST_DATABASE'] === 'postgresql');

  const text = [...samples.keys()].join('\n');
  expect(text).not.toMatch(/canary/i);
  expect(text).not.toContain('987654321');
  expect(text).not.toContain(ada.token);
  expect(labelsOf(samples, 'route').every((route) => route === 'other' || /^\/[a-z{}_/.-]*$/.test(route))).toBe(true);
});

test('made-up paths and methods add no series', async () => {
  const ada = await app.signIn('ada@example.com');
  await ada.get('/nowhere/0');
  const before = (await scrape()).size;
  for (let n = 1; n <= 30; n += 1) await ada.get(`/nowhere/${n}`);
  expect((await scrape()).size).toBe(before);
});

test('where a token is set, only who has it may read', async () => {
  const guarded = await startTestApp({ METRICS_TOKEN: 'canary-metrics-token', ROLE: 'worker' });
  const ask = (headers: Record<string, string> = {}) => fetch(new URL('/metrics', guarded.url), { headers });
  expect((await ask()).status).toBe(401);
  expect((await ask({ Authorization: 'Bearer wrong' })).headers.get('www-authenticate')).toBe('Bearer');
  const seen = await ask({ Authorization: 'Bearer canary-metrics-token' });
  expect(seen.status).toBe(200);
  expect(await seen.text()).not.toContain('canary');
  expect((await fetch(new URL('/metrics', guarded.url), { method: 'POST' })).status).toBe(405);
  await guarded.stop();
});
