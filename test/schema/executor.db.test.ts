import fc from 'fast-check';
import { type DocumentNode, getNamedType, isObjectType, isUnionType, parse, validate } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { completeFile } from '../../src/domain/file/complete-file.ts';
import { failFile } from '../../src/domain/file/fail-file.ts';
import { processFile } from '../../src/domain/file/process-file.ts';
import { requestUpload } from '../../src/domain/file/request-upload.ts';
import { registerUser } from '../../src/domain/user/register-user.ts';
import type { Context } from '../../src/schema/context.ts';
import { maskError } from '../../src/schema/errors.ts';
import { compileOwnOperation, prepareOperation } from '../../src/schema/executor.ts';
import { schema } from '../../src/schema/index.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { anotherRequest, createTestServices } from '../support/test-services.ts';

let database: TestDatabase;
let context: (isSignedIn: boolean) => Context;

/** A user with a file in each state. Signed URLs cannot be made, so that a part of the operations breaks inside. */
beforeAll(async () => {
  database = await createTestDatabase();
  const services = createTestServices(database);
  const request = () => anotherRequest(database, services);
  const registration = { clerkUserId: 'user_1', email: 'ada@example.com', firstName: null, lastName: null };
  const principal = { userId: (await registerUser(request(), registration)).id };
  for (const filename of ['pending', 'processing', 'completed', 'failed']) {
    const upload = { filename, fileSize: null, mimeType: 'application/pdf' };
    const { file } = await requestUpload(request(), principal, upload);
    if (filename === 'pending') continue;
    await services.storage.write(file.storagePath, new Uint8Array(8), { contentType: file.mimeType });
    await processFile(request(), principal, file.id, { force: false });
    const run = { fileId: file.id, run: 1 };
    const document = { statements: [], sourceFormat: 'pdf-text' as const, warnings: ['w'], pages: 1, characters: 2 };
    if (filename === 'completed') await completeFile(request(), run, document);
    if (filename === 'failed') await failFile(request(), run, { code: 'encrypted_pdf', message: 'm' });
  }
  const broken = { ...services.storage, presignGet: () => Promise.reject(new Error('secret')) };
  context = (isSignedIn) => ({
    services: { ...request(), storage: broken },
    principal: isSignedIn ? principal : null,
    operator: null,
    answerMs: 60_000,
    fork: () => database.orm.em.fork(),
  });
});
afterAll(() => database.close());

/** A selection of some of a type's fields, down to a depth, some under other names, some left out by a variable. */
const selectionOf = (typeName: string, depth: number): fc.Arbitrary<string> => {
  const type = schema.getType(typeName);
  if (isUnionType(type)) {
    const parts = type
      .getTypes()
      .map((member) => selectionOf(member.name, depth).map((of) => `... on ${member.name} ${of}`));
    return fc.tuple(...parts).map((fragments) => `{ __typename ${fragments.join(' ')} }`);
  }
  if (!isObjectType(type)) return fc.constant('');
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const named = getNamedType(field.type);
    if (depth === 0 && (isObjectType(named) || isUnionType(named))) return [];
    const decoration = fc.constantFrom('', '', '', ' @include(if: $shown)', ' @skip(if: $shown)');
    return [
      fc
        .tuple(fc.constantFrom('', 'other: '), decoration, selectionOf(named.name, depth - 1))
        .map(([alias, directive, inner]) => `${alias}${field.name}${directive} ${inner}`),
    ];
  });
  // Two fields under one name would be no valid document.
  const byName = { selector: (field: string) => field.split(/[:@ ]/)[0], minLength: 1 };
  return fc.uniqueArray(fc.oneof(...fields), byName).map((some) => `{ ${some.join(' ')} }`);
};

/** One root field each: of several that fail, graphql-js tells the first, which is a matter of chance. */
const operations = fc
  .oneof(
    selectionOf('User', 0).map((of) => `me ${of}`),
    selectionOf('Balance', 0).map((of) => `balance ${of}`),
    selectionOf('FileConnection', 3).map((of) => `files(first: $first, skip: $skip, status: $status) ${of}`),
    selectionOf('File', 2).map((of) => `file(id: $id) ${of}`),
    selectionOf('DownloadLink', 0).map((of) => `downloadLink(id: $id, format: $format) ${of}`),
    selectionOf('CreditTransactionConnection', 3).map((of) => `creditTransactions(first: $first, skip: 1) ${of}`),
    selectionOf('UsageSummary', 0).map((of) => `usageSummary ${of}`),
  )
  .map(
    (field) => `query ($first: Int, $skip: Int = 0, $status: FileStatus, $id: ID!, $format: DownloadFormat = ORIGINAL,
      $shown: Boolean!) { ${field} }`,
  );

/** Mostly what is right, now and then what is wrong or nothing at all. */
const mostly = (right: unknown[], wrong: unknown[]) =>
  fc.oneof(
    { arbitrary: fc.constantFrom(...right, undefined), weight: 8 },
    { arbitrary: fc.constantFrom(...wrong), weight: 1 },
  );
const variables = fc.record({
  first: mostly([1, 3, 100], [0, null, 'x']),
  skip: mostly([0, 2], [-1, null]),
  status: mostly(['COMPLETED', 'PENDING'], ['DONE', null]),
  id: fc.oneof({ arbitrary: fc.constantFrom('1', '2', '3', '4'), weight: 6 }, fc.constantFrom('5', 'x', undefined)),
  format: mostly(['XLSX', 'ORIGINAL'], [null]),
  shown: fc.boolean(),
});

type Run = (document: DocumentNode, variables: Record<string, unknown>, context: Context) => unknown;
const outcome = async (run: Run, source: string, given: Record<string, unknown>, isSignedIn: boolean) => {
  const log: unknown[] = [];
  const result = await run(parse(source), given, context(isSignedIn));
  const { data, errors = [] } = result as { data?: unknown; errors?: readonly unknown[] };
  const masked = errors.map((error) => maskError(error, (logged) => log.push(logged)));
  const told = masked.map(({ message, path, extensions, originalError }) => ({
    // The two word what is wrong with a variable differently.
    message: path === undefined ? extensions['code'] : message,
    path,
    extensions,
    originalError,
  }));
  return { data, log, told: new Set(told.map((error) => JSON.stringify(error))) };
};

test('a compiled operation answers as graphql-js does, whatever is asked for and whatever fails', async () => {
  const prepared: Run = (document, given, contextValue) => prepareOperation(schema, document)(given, contextValue);
  const compiled: Run = (document, given, contextValue) => compileOwnOperation(schema, document)(given, contextValue);
  const seen = { answered: 0, failed: 0 };
  await fc.assert(
    fc.asyncProperty(
      operations,
      variables,
      fc.constantFrom(true, true, true, false),
      async (source, given, isSignedIn) => {
        fc.pre(validate(schema, parse(source)).every(({ message }) => message.includes('is never used')));
        const expected = await outcome(prepared, source, given, isSignedIn);
        expect(await outcome(compiled, source, given, isSignedIn)).toEqual(expected);
        seen[expected.told.size > 0 ? 'failed' : 'answered'] += 1;
      },
    ),
    { numRuns: 200 },
  );
  expect(seen.answered).toBeGreaterThan(10);
  expect(seen.failed).toBeGreaterThan(10);
});
