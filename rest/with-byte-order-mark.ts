import type { StoredDownload } from '../src/domain/file/open-stored.ts';

const MARK = Uint8Array.of(0xef, 0xbb, 0xbf);

/** The download with a byte order mark before it: another representation, with a tag and ranges of its own. */
export const withByteOrderMark = (download: StoredDownload): StoredDownload => ({
  ...download,
  sizeBytes: download.sizeBytes + MARK.length,
  etag: download.etag.replace(/"$/, '-bom"'),
  async open(range = { start: 0, end: download.sizeBytes + MARK.length - 1 }) {
    const mark = MARK.subarray(range.start, range.end + 1);
    const end = range.end - MARK.length;
    if (end < 0) return new Blob([mark]).stream();
    const body = await download.open({ start: Math.max(0, range.start - MARK.length), end });
    if (mark.length === 0) return body;
    return body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({ start: (controller) => controller.enqueue(mark) }),
    );
  },
});
