import type { z } from 'zod';
import type { ModelSettings } from '../model/ask-model.ts';
import { type Environment, httpUrl, text, wholeNumber } from './notations.ts';

export type ModelConfig = {
  /** Who is asked about statements that are not proven, and about how many pages at most; null: nobody. */
  readonly model: (ModelSettings & { readonly maxPages: number }) | null;
};

/** The variables of the second reader. */
export const modelVariables = {
  EXTRACTION_MODEL_URL: httpUrl('must be an http or https URL without a query, a fragment or a name in it')
    .regex(/^[^?#@]*$/, 'must be an http or https URL without a query, a fragment or a name in it')
    .optional(),
  EXTRACTION_MODEL: text(/^[\x21-\x7e]+$/, 'must be the name of a model, as its endpoint knows it').optional(),
  EXTRACTION_MODEL_KEY: text(
    /^[\x21-\x7e]+$/,
    'must be printable ASCII without blanks: it travels in a header',
  ).optional(),
  EXTRACTION_MODEL_TIME_MS: wholeNumber(1, 600_000).default(60_000),
  EXTRACTION_MODEL_PAGES: wholeNumber(1, 1000).default(10),
};
type ModelVariables = z.infer<z.ZodObject<typeof modelVariables>>;

/** Half of an endpoint would be silently none. */
export const findModelProblems = (set: Environment): string[] =>
  (['EXTRACTION_MODEL_URL', 'EXTRACTION_MODEL'] as const)
    .filter((name) => !set[name] && ASKING.some((other) => set[other]))
    .map((name) => `${name}: must be set where a model is to be asked`);

const ASKING = ['EXTRACTION_MODEL_URL', 'EXTRACTION_MODEL', 'EXTRACTION_MODEL_KEY'];

export const arrangeModel = (set: ModelVariables): ModelConfig => {
  const { EXTRACTION_MODEL_URL: url, EXTRACTION_MODEL: name, EXTRACTION_MODEL_KEY: key } = set;
  if (!url || !name) return { model: null };
  return {
    model: {
      url,
      name,
      key: key ?? null,
      timeoutMs: set.EXTRACTION_MODEL_TIME_MS,
      maxPages: set.EXTRACTION_MODEL_PAGES,
    },
  };
};
