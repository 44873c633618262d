import { z } from 'zod';

/** Reads a value as its field's type, as far as it can be read so; anything else stays as it is. */
type Reading = (value: unknown) => unknown;

/**
 * Reads the fields of an object as Pydantic does in its lax mode: `"20"` and `20.0` as whole numbers, `"yes"` as true.
 * The schema can then be strict, and says in an OpenAPI document exactly what it accepts.
 */
export function createLaxReading(schema: z.ZodObject): (fields: Record<string, unknown>) => Record<string, unknown> {
  const readings = Object.entries(schema.shape).flatMap(([name, field]): [string, Reading][] => {
    const reading = readingOf(field);
    return reading ? [[name, reading]] : [];
  });
  if (readings.length === 0) return (fields) => fields;
  return (fields) => {
    const read = { ...fields };
    for (const [name, reading] of readings) if (name in fields) read[name] = reading(fields[name]);
    return read;
  };
}

function readingOf(field: z.core.$ZodType): Reading | undefined {
  if (field instanceof z.ZodOptional || field instanceof z.ZodNullable || field instanceof z.ZodDefault) {
    return readingOf(field.def.innerType);
  }
  if (field instanceof z.ZodPipe) return readingOf(field.def.in);
  if (field instanceof z.ZodArray) {
    const reading = readingOf(field.element);
    return reading && ((value) => (Array.isArray(value) ? value.map(reading) : value));
  }
  if (field instanceof z.ZodNumber) return readInteger;
  if (field instanceof z.ZodBoolean) return readBoolean;
  return undefined;
}

const INTEGER = /^[+-]?\d+(?:_\d+)*(?:\.0+)?$/;

/** Numbers beyond what JavaScript counts exactly become the last exact one: no limit, and no row's id, is as high. */
function readInteger(value: unknown): unknown {
  const number = typeof value === 'string' && INTEGER.test(value.trim()) ? Number(value.replaceAll('_', '')) : value;
  if (typeof number !== 'number' || Number.isNaN(number)) return value;
  return Math.abs(number) > Number.MAX_SAFE_INTEGER && isWhole(value)
    ? Math.sign(number) * Number.MAX_SAFE_INTEGER
    : number;
}

/** Digits without end are a whole number, although JavaScript only knows them as infinite. */
const isWhole = (value: unknown): boolean => typeof value === 'string' || Number.isInteger(value);

const BOOLEANS = new Map<string, boolean>([
  ...['1', 'on', 't', 'true', 'y', 'yes'].map((word) => [word, true] as const),
  ...['0', 'off', 'f', 'false', 'n', 'no'].map((word) => [word, false] as const),
]);

const readBoolean = (value: unknown): unknown =>
  typeof value === 'string' ? (BOOLEANS.get(value.toLowerCase()) ?? value) : value;
