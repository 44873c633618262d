import { afterAll, beforeAll, expect, test } from 'vitest';
import { aSample } from '../support/a-statement.ts';
import { type ReceivedSpan, startOtlpReceiver } from '../support/otlp-receiver.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let receiver: Awaited<ReturnType<typeof startOtlpReceiver>>;
beforeAll(async () => {
  receiver = await startOtlpReceiver();
});
afterAll(() => receiver.stop());

const CALLER = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331' };
const traceparent = `00-${CALLER.traceId}-${CALLER.spanId}-01`;

const only = (name: string, of: (span: ReceivedSpan) => boolean = () => true): ReceivedSpan => {
  const found = receiver.spans.filter((span) => span.name === name && of(span));
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} spans are called ${name}`);
  return found[0];
};

/** One statement is processed, another cannot be, and everything is sent. */
async function work(app: TestApp): Promise<void> {
  const ada = await app.signIn('ada@example.com');
  const good = await ada.upload(aSample('releve-de-compte').pdf, 'private-name.pdf');
  await ada.post(`/files/${good.id}/process`, undefined, { traceparent });
  expect(await ada.finished(good.id)).toMatchObject({ status: 'completed' });
  await ada.get('/health');
  await ada.get('/nowhere/private-name');
  await app.stop();
}

test('one trace leads from the call to the job in the background and to the reading of the statement', async () => {
  await work(await startTestApp({ OTEL_EXPORTER_OTLP_ENDPOINT: `${receiver.endpoint}/`, OTEL_SERVICE_NAME: 'bank' }));
  expect([...receiver.services]).toEqual(['bank']);

  const call = only('POST /files/{file_id}/process');
  expect(call).toMatchObject({ traceId: CALLER.traceId, parentSpanId: CALLER.spanId, kind: 2, status: 0 });
  expect(call.attributes).toMatchObject({ 'http.request.method': 'POST', 'http.response.status_code': 200 });
  const count = only('count pages');
  expect(count).toMatchObject({ traceId: CALLER.traceId, parentSpanId: call.spanId });
  expect(count.attributes).toMatchObject({ 'document.pages': 1 });
  const job = only('job process-file');
  expect(job).toMatchObject({ traceId: CALLER.traceId, parentSpanId: call.spanId, kind: 5, status: 0 });
  expect(job.attributes).toMatchObject({ 'job.name': 'process-file', 'job.attempt': 1 });
  const extraction = only('extraction');
  expect(extraction).toMatchObject({ traceId: CALLER.traceId, parentSpanId: job.spanId, kind: 1 });
  expect(extraction.attributes).toMatchObject({ 'document.format': 'pdf-text', 'document.statements': 1 });

  // Calls that nobody else traces begin traces of their own; those of machines that look after the server begin none.
  const upload = only('POST /files/upload-url');
  expect(upload.parentSpanId).toBeNull();
  expect(upload.traceId).not.toBe(CALLER.traceId);
  expect(receiver.spans.some(({ attributes }) => attributes['http.route'] === '/health')).toBe(false);
  expect(JSON.stringify(receiver.spans)).not.toMatch(/private-name|ada@|eyJ/);
});

test('of the traces that begin here a share is kept, and a caller who keeps one is followed', async () => {
  receiver.spans.length = 0;
  await work(await startTestApp({ OTEL_EXPORTER_OTLP_ENDPOINT: receiver.endpoint, OTEL_TRACES_SAMPLER_ARG: '0' }));
  expect(new Set(receiver.spans.map(({ traceId }) => traceId))).toEqual(new Set([CALLER.traceId]));
  expect(only('extraction').parentSpanId).toBe(only('job process-file').spanId);
});

test('a receiver that is away is told of in the log, and nothing waits for it', async () => {
  const app = await startTestApp({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1' });
  await work(app);
  expect(app.logged()).toMatch(/"level":40[^\n]*"msg":"traces"/);
  expect(app.logged()).not.toMatch(/"level":(50|60)/);
});
