import { z } from 'zod';

/** GraphQL's `Int`, and the databases' integer, end here. */
export const MAX_INT = 2 ** 31 - 1;

/** For amounts that are too large long before: a larger one means the same. */
export const upToMaxInt = (number: number): number => Math.min(number, MAX_INT);

/** Text of so many characters, counted as Pydantic does: by Unicode's code points. */
export const text = ({ min, max, pattern }: { min: number; max: number; pattern: RegExp }) =>
  z
    .string()
    .check(({ value, issues }) => {
      const length = value.replace(/[\ud800-\udbff][\udc00-\udfff]/g, '_').length;
      const limit = { origin: 'string', inclusive: true, input: value } as const;
      if (length < min) issues.push({ code: 'too_small', minimum: min, ...limit });
      if (length > max) issues.push({ code: 'too_big', maximum: max, ...limit });
    })
    .regex(pattern)
    .meta({ minLength: min, maxLength: max });

export const count = z.int().min(0);
export const moment = z.iso.datetime();
export const day = z.iso.date();
/** Signed from the account holder's side. */
export const money = z.string().regex(/^-?\d+\.\d{2,}$/);

/** The part of a list that is asked for. */
export const page = {
  skip: z.int().min(0).default(0).transform(upToMaxInt).describe('How many of the newest to leave out.'),
  limit: z.int().min(1).max(100).default(20).describe('How many to return.'),
};
export const Page = z.object(page);
