import { PermanentFailure } from '../permanent-failure.ts';

/** What stands at a path of a provider's JSON, whose shape nobody has checked; undefined where the path ends early. */
export function valueAt(payload: unknown, ...path: readonly (string | number)[]): unknown {
  let inside = payload;
  for (const key of path) {
    if (typeof inside !== 'object' || inside === null) return undefined;
    inside = (inside as Record<string | number, unknown>)[key];
  }
  return inside;
}

/** A text that is there, or null. */
export function textAt(payload: unknown, ...path: readonly (string | number)[]): string | null {
  const value = valueAt(payload, ...path);
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A text that must be there. Throws `PermanentFailure`. */
export function requiredTextAt(payload: unknown, ...path: readonly (string | number)[]): string {
  const text = textAt(payload, ...path);
  if (text === null) throw new PermanentFailure(`The event has no ${path.join('.')}`);
  return text;
}

/** A number of cents that must be there. Throws `PermanentFailure`. */
export function centsAt(payload: unknown, ...path: readonly (string | number)[]): number {
  const cents = valueAt(payload, ...path);
  if (typeof cents !== 'number' || !Number.isSafeInteger(cents) || cents < 0) {
    throw new PermanentFailure(`The event's ${path.join('.')} is no amount`);
  }
  return cents;
}
