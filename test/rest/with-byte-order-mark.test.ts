import { expect, test } from 'vitest';
import { withByteOrderMark } from '../../rest/with-byte-order-mark.ts';

const bytes = Buffer.from('Date,Amount');
const marked = withByteOrderMark({
  key: 'a.csv',
  filename: 'a.csv',
  contentType: 'text/csv',
  etag: '"1"',
  sizeBytes: bytes.length,
  open: async ({ start, end } = { start: 0, end: bytes.length - 1 }) =>
    new Blob([bytes.subarray(start, end + 1)]).stream(),
});
const read = async (body: ReadableStream<Uint8Array>) => Buffer.from(await new Response(body).arrayBuffer());
const whole = Buffer.from('\uFEFFDate,Amount');

test('a byte order mark stands before the bytes, which are others by that', async () => {
  expect(await read(await marked.open())).toEqual(whole);
  expect(marked).toMatchObject({ sizeBytes: whole.length, etag: '"1-bom"' });
});

test('every range of it is that part of the whole', async () => {
  for (let start = 0; start < whole.length; start += 1) {
    for (let end = start; end < whole.length; end += 1) {
      expect(await read(await marked.open({ start, end }))).toEqual(whole.subarray(start, end + 1));
    }
  }
});

test('a file without a byte has a mark of its own', async () => {
  const empty = withByteOrderMark({
    ...marked,
    etag: '"0"',
    sizeBytes: 0,
    open: () => Promise.reject(new Error('read')),
  });
  expect(await read(await empty.open())).toEqual(whole.subarray(0, 3));
});
