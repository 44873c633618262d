import { z } from 'zod';

/** Text of this form. `must` says to a person what it must be, as all of these do. */
export const text = (rule: RegExp, must: string) => z.string().regex(rule, must);

/** A whole number in these bounds, both included. */
export const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .refine(
      (digits) => /^\d{1,15}$/.test(digits) && Number(digits) >= from && Number(digits) <= to,
      `must be a whole number from ${from} to ${to}`,
    )
    .transform(Number);

/** One of these words. */
export const oneOf = <const Word extends string>(...words: Word[]) =>
  z.enum(words, { error: `must be one of ${words.join(', ')}` });

/** A URL of the web. */
export const httpUrl = (must: string) => z.url({ protocol: /^https?$/, error: must });

/** Browsers send origins in small letters and without a path: any other would never match and lock everybody out. */
export const origins = z
  .string()
  .transform((list) => list.split(',').flatMap((origin) => origin.trim().toLowerCase() || []))
  .refine((list) => list.every((origin) => /^[a-z][a-z\d+.-]*:\/\/[^\s/?#@*]+$/.test(origin)), {
    error: 'must be origins like https://app.example.com, comma-separated, without a slash at the end',
  });

/** Scheme, host and port: the clients of the providers know the paths. */
export const origin = httpUrl('must be an http or https URL without a path')
  .refine((url) => /^https?:\/\/[^/?#@]+\/?$/i.test(url), 'must be an http or https URL without a path')
  .transform((url) => new URL(url).origin);

/** Webhook secrets, several while they are rotated. */
export const secrets = (form: RegExp) =>
  z
    .string()
    .transform((list) => list.split(',').flatMap((secret) => secret.trim() || []))
    .refine((list) => list.every((secret) => form.test(secret)), {
      error: 'must be whsec_…, or several, comma-separated',
    });

/** What is set: blanks are not. */
export type Environment = Readonly<Record<string, string | undefined>>;
