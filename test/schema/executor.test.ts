import { parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import type { Context } from '../../src/schema/context.ts';
import { prepareOperation } from '../../src/schema/executor.ts';
import { schema } from '../../src/schema/index.ts';

test('a string that graphql-jit would run as code stays a string where a client sent it', async () => {
  const code = '__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74dglobalThis.wasRun=true';
  const document = parse(`{ files(after: "${code}") { totalCount } }`);
  expect(validate(schema, document)).toEqual([]);
  const { errors } = await prepareOperation(schema, document)({}, { principal: null, operator: null } as Context);
  expect(errors).toMatchObject([{ message: 'Not authenticated' }]);
  expect(globalThis).not.toHaveProperty('wasRun');
});
