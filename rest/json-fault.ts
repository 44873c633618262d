/** What is wrong with a text that is no JSON: where, and in the words of Python's `json` module, which clients know. */
export type JsonFault = { offset: number; error: string };

/**
 * The first fault of the text, or null where it is JSON (RFC 8259). `JSON.parse` does not say where it stopped.
 * Works without recursion, so that no depth of brackets can exhaust the stack.
 */
export function findJsonFault(text: string): JsonFault | null {
  const closers: string[] = [];
  let expected: Expected = 'value';
  let at = skipSpace(text, 0);
  for (;;) {
    const char = text[at] ?? '';
    if (expected === 'end') return at < text.length ? { offset: at, error: 'Extra data' } : null;
    if (expected === 'next' && char === ',') {
      expected = closers.at(-1) === '}' ? 'name' : 'value';
      at += 1;
    } else if ((expected === 'next' || expected.startsWith('first')) && char !== '' && char === closers.at(-1)) {
      closers.pop();
      expected = closers.length > 0 ? 'next' : 'end';
      at += 1;
    } else if (expected === 'colon' && char === ':') {
      expected = 'value';
      at += 1;
    } else if (expected === 'name' || expected === 'first name') {
      if (char !== '"') return { offset: at, error: ERRORS[expected] };
      const end = scanString(text, at);
      if (typeof end !== 'number') return end;
      expected = 'colon';
      at = end;
    } else if (expected === 'value' || expected === 'first value') {
      if (char === '{' || char === '[') {
        closers.push(char === '{' ? '}' : ']');
        expected = char === '{' ? 'first name' : 'first value';
        at += 1;
      } else {
        const end = char === '"' ? scanString(text, at) : scanWord(text, at);
        if (typeof end !== 'number') return end;
        expected = closers.length > 0 ? 'next' : 'end';
        at = end;
      }
    } else {
      return { offset: at, error: ERRORS[expected] };
    }
    at = skipSpace(text, at);
  }
}

type Expected = keyof typeof ERRORS | 'end';

const ERRORS = {
  value: 'Expecting value',
  'first value': 'Expecting value',
  name: 'Expecting property name enclosed in double quotes',
  'first name': 'Expecting property name enclosed in double quotes',
  colon: "Expecting ':' delimiter",
  next: "Expecting ',' delimiter",
} as const;

function skipSpace(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at += 1;
  return at;
}

/** The offset behind the number or the literal, or the fault. */
function scanWord(text: string, from: number): number | JsonFault {
  const word = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;
  word.lastIndex = from;
  return word.test(text) ? word.lastIndex : { offset: from, error: ERRORS.value };
}

/** The offset behind the string's closing quote, or the fault. */
function scanString(text: string, from: number): number | JsonFault {
  for (let at = from + 1; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '"') return at + 1;
    if (char < ' ') return { offset: at, error: 'Invalid control character at' };
    if (char !== '\\') continue;
    const escape = text.charAt(at + 1);
    if (escape === 'u' && !/^[0-9a-fA-F]{4}$/.test(text.slice(at + 2, at + 6))) {
      return { offset: at + 1, error: 'Invalid \\uXXXX escape' };
    }
    if (escape === '') break;
    if (!'"\\/bfnrtu'.includes(escape)) return { offset: at, error: 'Invalid \\escape' };
    at += escape === 'u' ? 5 : 1;
  }
  return { offset: from, error: 'Unterminated string starting at' };
}
