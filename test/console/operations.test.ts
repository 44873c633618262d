import { parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import * as operations from '../../src/console/web/operations.ts';
import { schema } from '../../src/schema/index.ts';

test.each(Object.entries(operations))('the schema knows what the page asks: %s', (_name, { text }) => {
  expect(validate(schema, parse(text))).toEqual([]);
});
