import { describe, expect, test } from 'vitest';
import { ConvertError } from '../../src/cli/convert-error.ts';
import { readOptions } from '../../src/cli/convert-options.ts';

test('the workbook is called as the statement, in the folder one stands in', () => {
  expect(readOptions(['/home/ada/statements/January.PDF'])).toEqual({
    statementPath: '/home/ada/statements/January.PDF',
    outputPath: 'January.xlsx',
    format: 'xlsx',
    password: null,
    server: null,
  });
});

test('a password comes from the command line, else from the environment', () => {
  const environment = { STATEMENT_PASSWORD: 'set' };
  expect(readOptions(['a.pdf'], environment)).toMatchObject({ password: 'set' });
  expect(readOptions(['a.pdf', '--password', 'said'], environment)).toMatchObject({ password: 'said' });
});

test.each(['xlsx', 'csv', 'json', 'ofx', 'qif'])('an output that ends in .%s has that format', (format) => {
  expect(readOptions(['a.pdf', '-o', `a.b.${format}`])).toMatchObject({ format });
  expect(readOptions([`--output=A.${format.toUpperCase()}`, 'a.pdf'])).toMatchObject({ format });
});

test('a server is named with its token, and keeps the path it is behind', () => {
  const server = { url: 'https://example.com/banking', token: 't' };
  expect(readOptions(['a.pdf', '--url', 'https://example.com/banking/', '--token', 't'])).toMatchObject({ server });
});

test('help is help, whatever else is asked', () => {
  expect(readOptions(['-h'])).toBeNull();
  expect(readOptions(['a.pdf', '--help'])).toBeNull();
});

describe('a wrong call is told why, how to learn more, and ends with 2', () => {
  test.each([
    { args: [], message: /^Which statement\?/ },
    { args: [''], message: /^Which statement\?/ },
    { args: ['a.pdf', 'b.pdf'], message: /^One statement at a time: what is b\.pdf\?/ },
    { args: ['a.pdf', '--out', 'x.csv'], message: /^Unknown option '--out'/ },
    { args: ['a.pdf', '-o'], message: /^Option '-o, --output <value>' argument missing/ },
    { args: ['a.pdf', '-o', 'x.doc'], message: /^x\.doc must end in one of \.xlsx, \.csv, \.json, \.ofx, \.qif/ },
    { args: ['a.pdf', '-o', 'x'], message: /^x must end in one of/ },
    { args: ['a.pdf', '-o', 'x.constructor'], message: /^x\.constructor must end in one of/ },
    { args: ['a.pdf', '--token', 't'], message: /^--token belongs to a server/ },
    { args: ['a.pdf', '--url', 'http://localhost:4000'], message: /^--url needs the --token/ },
    { args: ['a.pdf', '--url', 'http://localhost:4000', '--token', ''], message: /^--url needs the --token/ },
    { args: ['a.pdf', '--url', 'localhost:4000', '--token', 't'], message: /^--url must be an http or https URL/ },
    { args: ['a.pdf', '--url', 'nonsense', '--token', 't'], message: /^--url must be an http or https URL/ },
  ])('$args', ({ args, message }) => {
    const error = thrownBy(() => readOptions(args));
    expect(error).toBeInstanceOf(ConvertError);
    expect(error).toMatchObject({ exitCode: 2, message: expect.stringMatching(message) });
    expect(error).toMatchObject({ message: expect.stringContaining('npm run convert -- --help') });
  });
});

function thrownBy(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}
