import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { DownloadOptions, FilePage, FilePath, ProcessOptions, UploadRequest } from '../../rest/schemas/file.ts';
import { CreditAdjustmentRequest, IdempotencyHeaders } from '../../rest/schemas/admin.ts';
import { createValidator, type Place } from '../../rest/validation.ts';

const validate = (place: Place, schema: z.ZodObject, input: unknown) => createValidator(place, schema)(input);

const INTEGER = 'Input should be a valid integer';
const upload = { filename: 'a.pdf' };
const adjustment = { user_id: 1, credits: 5, reason: 'Test' };

describe('what is wrong is said as Pydantic says it', () => {
  test.each<[Place, z.ZodObject, object, object]>([
    // Whole numbers, from text and from JSON.
    [
      'path',
      FilePath,
      { file_id: 'abc' },
      {
        type: 'int_parsing',
        loc: ['path', 'file_id'],
        msg: `${INTEGER}, unable to parse string as an integer`,
        input: 'abc',
      },
    ],
    [
      'query',
      FilePage,
      { limit: '' },
      {
        type: 'int_parsing',
        loc: ['query', 'limit'],
        msg: `${INTEGER}, unable to parse string as an integer`,
        input: '',
      },
    ],
    [
      'query',
      FilePage,
      { limit: '1.5' },
      {
        type: 'int_parsing',
        loc: ['query', 'limit'],
        msg: `${INTEGER}, unable to parse string as an integer`,
        input: '1.5',
      },
    ],
    [
      'query',
      FilePage,
      { limit: '0x10' },
      {
        type: 'int_parsing',
        loc: ['query', 'limit'],
        msg: `${INTEGER}, unable to parse string as an integer`,
        input: '0x10',
      },
    ],
    [
      'query',
      FilePage,
      { skip: '-1' },
      {
        type: 'greater_than_equal',
        loc: ['query', 'skip'],
        msg: 'Input should be greater than or equal to 0',
        input: '-1',
        ctx: { ge: 0 },
      },
    ],
    [
      'query',
      FilePage,
      { limit: '0' },
      {
        type: 'greater_than_equal',
        loc: ['query', 'limit'],
        msg: 'Input should be greater than or equal to 1',
        input: '0',
        ctx: { ge: 1 },
      },
    ],
    [
      'query',
      FilePage,
      { limit: '101' },
      {
        type: 'less_than_equal',
        loc: ['query', 'limit'],
        msg: 'Input should be less than or equal to 100',
        input: '101',
        ctx: { le: 100 },
      },
    ],
    [
      'body',
      UploadRequest,
      { ...upload, file_size: 0 },
      {
        type: 'greater_than',
        loc: ['body', 'file_size'],
        msg: 'Input should be greater than 0',
        input: 0,
        ctx: { gt: 0 },
      },
    ],
    [
      'body',
      UploadRequest,
      { ...upload, file_size: 1.5 },
      {
        type: 'int_from_float',
        loc: ['body', 'file_size'],
        msg: `${INTEGER}, got a number with a fractional part`,
        input: 1.5,
      },
    ],
    [
      'body',
      UploadRequest,
      { ...upload, file_size: 'big' },
      {
        type: 'int_parsing',
        loc: ['body', 'file_size'],
        msg: `${INTEGER}, unable to parse string as an integer`,
        input: 'big',
      },
    ],
    [
      'body',
      UploadRequest,
      { ...upload, file_size: [] },
      { type: 'int_type', loc: ['body', 'file_size'], msg: INTEGER, input: [] },
    ],
    [
      'body',
      UploadRequest,
      { ...upload, file_size: true },
      { type: 'int_type', loc: ['body', 'file_size'], msg: INTEGER, input: true },
    ],
    [
      'body',
      UploadRequest,
      { ...upload, file_size: Infinity },
      { type: 'finite_number', loc: ['body', 'file_size'], msg: 'Input should be a finite number', input: Infinity },
    ],
    [
      'body',
      CreditAdjustmentRequest,
      { ...adjustment, credits: null },
      { type: 'int_type', loc: ['body', 'credits'], msg: INTEGER, input: null },
    ],
    [
      'body',
      CreditAdjustmentRequest,
      { ...adjustment, credits: 0 },
      {
        type: 'value_error',
        loc: ['body', 'credits'],
        msg: 'Value error, credits must not be 0',
        input: 0,
        ctx: { error: {} },
      },
    ],
    // Yes and no.
    [
      'query',
      ProcessOptions,
      { force: 'maybe' },
      {
        type: 'bool_parsing',
        loc: ['query', 'force'],
        msg: 'Input should be a valid boolean, unable to interpret input',
        input: 'maybe',
      },
    ],
    // Words.
    [
      'query',
      FilePage,
      { status: 'done' },
      {
        type: 'enum',
        loc: ['query', 'status'],
        msg: "Input should be 'pending', 'processing', 'completed' or 'error'",
        input: 'done',
        ctx: { expected: "'pending', 'processing', 'completed' or 'error'" },
      },
    ],
    [
      'query',
      DownloadOptions,
      { format: 'XLSX' },
      {
        type: 'enum',
        loc: ['query', 'format'],
        msg: "Input should be 'xlsx', 'csv', 'json', 'ofx', 'qif' or 'original'",
        input: 'XLSX',
        ctx: { expected: "'xlsx', 'csv', 'json', 'ofx', 'qif' or 'original'" },
      },
    ],
    // Text.
    [
      'body',
      UploadRequest,
      { file_size: 1 },
      { type: 'missing', loc: ['body', 'filename'], msg: 'Field required', input: { file_size: 1 } },
    ],
    [
      'body',
      UploadRequest,
      { filename: null },
      { type: 'string_type', loc: ['body', 'filename'], msg: 'Input should be a valid string', input: null },
    ],
    [
      'body',
      UploadRequest,
      { filename: 7 },
      { type: 'string_type', loc: ['body', 'filename'], msg: 'Input should be a valid string', input: 7 },
    ],
    [
      'body',
      UploadRequest,
      { filename: '' },
      {
        type: 'string_too_short',
        loc: ['body', 'filename'],
        msg: 'String should have at least 1 character',
        input: '',
        ctx: { min_length: 1 },
      },
    ],
    [
      'body',
      UploadRequest,
      { filename: 'x'.repeat(256) },
      {
        type: 'string_too_long',
        loc: ['body', 'filename'],
        msg: 'String should have at most 255 characters',
        input: 'x'.repeat(256),
        ctx: { max_length: 255 },
      },
    ],
    [
      'body',
      UploadRequest,
      { filename: '../a.pdf' },
      {
        type: 'string_pattern_mismatch',
        loc: ['body', 'filename'],
        msg: String.raw`String should match pattern '^(?![. ]+$)[^\p{Cc}\p{Cs}\p{Bidi_Control}/\\]*$'`,
        input: '../a.pdf',
        ctx: { pattern: String.raw`^(?![. ]+$)[^\p{Cc}\p{Cs}\p{Bidi_Control}/\\]*$` },
      },
    ],
    [
      'header',
      IdempotencyHeaders,
      { idempotency_key: '' },
      {
        type: 'string_too_short',
        loc: ['header', 'idempotency-key'],
        msg: 'String should have at least 1 character',
        input: '',
        ctx: { min_length: 1 },
      },
    ],
    // Lists.
    [
      'body',
      z.object({ file_ids: z.array(z.int()) }),
      { file_ids: 5 },
      { type: 'list_type', loc: ['body', 'file_ids'], msg: 'Input should be a valid list', input: 5 },
    ],
    [
      'body',
      z.object({ file_ids: z.array(z.int()) }),
      { file_ids: ['1', 'b'] },
      {
        type: 'int_parsing',
        loc: ['body', 'file_ids', 1],
        msg: `${INTEGER}, unable to parse string as an integer`,
        input: 'b',
      },
    ],
  ])('%s: %#', (place, schema, input, problem) => {
    expect(validate(place, schema, input)).toEqual({ problems: [problem] });
  });

  test.each([undefined, null])('a body of %j is missing', (input) => {
    expect(validate('body', UploadRequest, input)).toEqual({
      problems: [{ type: 'missing', loc: ['body'], msg: 'Field required', input: null }],
    });
  });

  test.each(['text', 5, true, [[]]])('a body of %j is no object', (input) => {
    const msg = 'Input should be a valid dictionary or object to extract fields from';
    expect(validate('body', UploadRequest, input)).toEqual({
      problems: [{ type: 'model_attributes_type', loc: ['body'], msg, input }],
    });
  });

  test('everything at once, each field with the first thing that is wrong with it', () => {
    const { problems } = validate('body', CreditAdjustmentRequest, { credits: 'many', reason: '' });
    expect(problems?.map(({ type, loc }) => [type, ...loc])).toEqual([
      ['missing', 'body', 'user_id'],
      ['int_parsing', 'body', 'credits'],
      ['string_too_short', 'body', 'reason'],
    ]);
  });
});

describe('what Pydantic accepts is accepted', () => {
  test.each<[Place, z.ZodObject, object, object]>([
    ['query', FilePage, {}, { skip: 0, limit: 20 }],
    [
      'query',
      FilePage,
      { skip: '5', limit: ' 7 ', status: 'error', page: '9' },
      { skip: 5, limit: 7, status: 'error' },
    ],
    ['query', FilePage, { skip: '+1_000', limit: '20.0' }, { skip: 1_000, limit: 20 }],
    ['query', FilePage, { skip: '9'.repeat(400) }, { skip: 2 ** 31 - 1, limit: 20 }],
    ['path', FilePath, { file_id: '007' }, { file_id: 7 }],
    ['path', FilePath, { file_id: '-' + '9'.repeat(400) }, { file_id: Number.MIN_SAFE_INTEGER }],
    ['body', UploadRequest, upload, { ...upload, mime_type: 'application/pdf' }],
    [
      'body',
      UploadRequest,
      { ...upload, file_size: null },
      { ...upload, file_size: null, mime_type: 'application/pdf' },
    ],
    ['body', UploadRequest, { ...upload, file_size: '5' }, { ...upload, file_size: 5, mime_type: 'application/pdf' }],
    [
      'body',
      UploadRequest,
      { ...upload, file_size: 1e300 },
      { ...upload, file_size: 2 ** 31 - 1, mime_type: 'application/pdf' },
    ],
    [
      'body',
      UploadRequest,
      { ...upload, mime_type: 'text/csv; charset=utf-8' },
      { ...upload, mime_type: 'text/csv; charset=utf-8' },
    ],
    [
      'body',
      UploadRequest,
      { filename: '💶'.repeat(255) },
      { filename: '💶'.repeat(255), mime_type: 'application/pdf' },
    ],
    [
      'body',
      UploadRequest,
      { ...upload, user_id: 5, status: 'completed' },
      { ...upload, mime_type: 'application/pdf' },
    ],
    ['header', IdempotencyHeaders, { idempotency_key: undefined }, {}],
  ])('%s: %#', (place, schema, input, fields) => {
    expect(validate(place, schema, input)).toEqual({ fields });
  });

  test.each([
    ...['1', 'on', 't', 'true', 'y', 'yes', 'True', 'YES'].map((word) => [word, true]),
    ...['0', 'off', 'f', 'false', 'n', 'no', 'False', 'NO'].map((word) => [word, false]),
  ])('%j is %j', (word, force) => {
    expect(validate('query', ProcessOptions, { force: word })).toEqual({ fields: { force } });
  });
});

test.each(['', 'x', 'pdf', 'text/', '/csv', 'text/csv\r\nX: y', 'a b/c', 'é/x', `text/${'x'.repeat(255)}`])(
  'the media type %j is refused: it travels in headers',
  (mime_type) => {
    expect(validate('body', UploadRequest, { ...upload, mime_type }).problems).toHaveLength(1);
  },
);

test.each(['a/b', 'a\\b', 'a\0b', 'a\nb', 'a\u007fb', '\ud800'])('the filename %j is refused', (filename) => {
  expect(validate('body', UploadRequest, { filename }).problems).toMatchObject([{ type: 'string_pattern_mismatch' }]);
});
