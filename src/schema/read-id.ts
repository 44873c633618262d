import { notFound } from '../errors.ts';

const HIGHEST = 2 ** 31 - 1;

/** An id as the database knows it, from 1 to 2^31 - 1 and written plainly, or null. */
export function parseId(text: string): number | null {
  const id = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : Infinity;
  return id <= HIGHEST ? id : null;
}

/** The id of a thing. What cannot be an id names nothing: `NOT_FOUND`, as any other unknown one. */
export function readId(thing: string, text: string): number {
  const id = parseId(text);
  if (id === null) throw notFound(thing);
  return id;
}
