import { notFound } from '../errors.ts';

const HIGHEST = 2 ** 31 - 1;

/** An id as the database knows it. What cannot be one names nothing: `NOT_FOUND`, as any other unknown id. */
export function readId(thing: string, id: string): number {
  const number = /^[1-9]\d{0,9}$/.test(id) ? Number(id) : Infinity;
  if (number > HIGHEST) throw notFound(thing);
  return number;
}
