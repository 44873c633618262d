import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findJsonFault } from '../../rest/json-fault.ts';

test.each([
  ['', 0, 'Expecting value'],
  ['  ', 2, 'Expecting value'],
  ['hello', 0, 'Expecting value'],
  ["{'a': 1}", 1, 'Expecting property name enclosed in double quotes'],
  ['{', 1, 'Expecting property name enclosed in double quotes'],
  ['{"a": 1,}', 8, 'Expecting property name enclosed in double quotes'],
  ['{"a" 1}', 5, "Expecting ':' delimiter"],
  ['{"a": }', 6, 'Expecting value'],
  ['{"a": tru}', 6, 'Expecting value'],
  ['{"a": 1 "b": 2}', 8, "Expecting ',' delimiter"],
  ['{"a": 01}', 7, "Expecting ',' delimiter"],
  ['{"a": 1', 7, "Expecting ',' delimiter"],
  ['[1, 2', 5, "Expecting ',' delimiter"],
  ['[1,]', 3, 'Expecting value'],
  ['[1}', 2, "Expecting ',' delimiter"],
  ['{} {}', 3, 'Extra data'],
  ['1]', 1, 'Extra data'],
  ['{"a": "b', 6, 'Unterminated string starting at'],
  ['{"a": "b\\', 6, 'Unterminated string starting at'],
  ['["a\nb"]', 3, 'Invalid control character at'],
  ['["a\\x"]', 3, 'Invalid \\escape'],
  ['["a\\u12"]', 4, 'Invalid \\uXXXX escape'],
])('%j stops being JSON at %i, as Python says it', (text, offset, error) => {
  expect(findJsonFault(text)).toEqual({ offset, error });
});

test('no depth of brackets is too deep', () => {
  expect(findJsonFault('['.repeat(1_000_000))).toEqual({ offset: 1_000_000, error: 'Expecting value' });
});

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

test('a fault is found exactly where there is no JSON', () => {
  const pieces = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '"a"',
    '\\',
    '\\n',
    ' ',
    '0',
    '1.5',
    'e3',
    '-',
    'true',
    'null',
  );
  const broken = fc.tuple(fc.json(), fc.nat(), fc.nat(3), pieces).map(([json, at, length, piece]) => {
    const start = at % (json.length + 1);
    return json.slice(0, start) + piece + json.slice(start + length);
  });
  const texts = fc.oneof(
    fc.json(),
    broken,
    fc.array(pieces).map((some) => some.join('')),
    fc.string(),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const fault = findJsonFault(text);
      expect(fault === null).toBe(isJson(text));
      if (fault) expect(fault.offset).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 2_000 },
  );
});
