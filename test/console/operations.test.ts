import { parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import * as dashboardOperations from '../../src/console/web/dashboard-operations.ts';
import * as allOperations from '../../src/console/web/operations.ts';
import { schema } from '../../src/schema/index.ts';

const { FILE: _fields, VERDICT: _verdict, ...operations } = allOperations;

test.each(Object.entries({ ...operations, ...dashboardOperations }))(
  'the schema knows what the page asks: %s',
  (_name, { text }) => {
    expect(validate(schema, parse(text))).toEqual([]);
  },
);
