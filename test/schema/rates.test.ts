import { expect, test } from 'vitest';
import { schema } from '../../src/schema/index.ts';

test("every mutation counts as one call of a rate, except the administrator's", () => {
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  const uncounted = mutations.filter(({ extensions }) => extensions['rate'] === undefined).map(({ name }) => name);
  expect(mutations.length).toBeGreaterThan(8);
  expect(uncounted).toEqual(['adjustCredits']);
});
