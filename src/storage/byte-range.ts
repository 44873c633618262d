/** First and last byte, both included, 0-based. */
export type ByteRange = { start: number; end: number };

/**
 * The one range that a `Range` header asks of `sizeBytes` bytes (RFC 9110 §14). Null where the header is to be ignored:
 * another unit, several ranges, or no range at all.
 */
export const parseByteRange = (header: string | undefined, sizeBytes: number): ByteRange | 'unsatisfiable' | null => {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/i.exec(header?.trim() ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return null;
  if (first === '') return within(Math.max(0, sizeBytes - Number(last)), sizeBytes - 1);
  if (last !== '' && Number(last) < Number(first)) return null;
  return within(Number(first), last === '' ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1));
};

const within = (start: number, end: number): ByteRange | 'unsatisfiable' =>
  start <= end ? { start, end } : 'unsatisfiable';
