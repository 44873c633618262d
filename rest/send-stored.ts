import { create as contentDisposition } from 'content-disposition';
import { z } from 'zod';
import type { StoredDownload } from '../src/domain/file/open-stored.ts';
import { parseByteRange } from '../src/storage/byte-range.ts';
import { failure } from './answers.ts';

/** What a client may ask of a download besides its bytes, for what it has of it already (RFC 9110, §13 and §14). */
export const ConditionHeaders = z.object({
  if_none_match: z.string().optional().describe('The `ETag` of what you have: unchanged, it is answered with 304.'),
  range: z.string().optional().describe('`bytes=1000-` goes on after the first thousand.'),
  if_range: z
    .string()
    .optional()
    .describe('The `ETag` of what you have a part of: of anything else you get the whole.'),
});
export type Conditions = z.infer<typeof ConditionHeaders>;

/** The whole, a range of it, or only that it is unchanged. */
export async function sendStored(
  { open, sizeBytes, etag, filename, contentType }: StoredDownload,
  { if_none_match, if_range = etag, range }: Conditions,
): Promise<Response> {
  const common = { ETag: etag, 'Cache-Control': 'private, no-store' };
  if (if_none_match !== undefined && isAmong(etag, if_none_match)) {
    return new Response(null, { status: 304, headers: common });
  }
  const part = if_range === etag ? parseByteRange(range, sizeBytes) : null;
  if (part === 'unsatisfiable') {
    return failure(416, 'Range Not Satisfiable', { 'Content-Range': `bytes */${sizeBytes}` });
  }
  const headers = {
    ...common,
    'Content-Type': contentType,
    'Content-Disposition': contentDisposition(filename),
    'Accept-Ranges': 'bytes',
    // The bytes are a stranger's: no browser may take them for anything but what they are declared to be.
    'X-Content-Type-Options': 'nosniff',
  };
  if (!part) return new Response(await open(), { headers: { ...headers, 'Content-Length': String(sizeBytes) } });
  return new Response(await open(part), {
    status: 206,
    headers: {
      ...headers,
      'Content-Length': String(part.end - part.start + 1),
      'Content-Range': `bytes ${part.start}-${part.end}/${sizeBytes}`,
    },
  });
}

/** Weakly compared, as `If-None-Match` is: a cache in between may have made a weak tag of it. */
const isAmong = (etag: string, header: string): boolean =>
  header.trim() === '*' || [...header.matchAll(/"[^"]*"/g)].some(([tag]) => tag === etag);
