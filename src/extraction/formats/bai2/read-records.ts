/** One logical record: its code, its fields without the code, and the text of continuations below it. */
export type BaiRecord = { code: string; fields: string[]; text: string[] };

/**
 * The records of a BAI2 file. A record ends with a slash; a continuation (`88`) goes on with the fields of the record
 * before it, or with its text where that has begun.
 */
export function readRecords(source: string): BaiRecord[] {
  const records: BaiRecord[] = [];
  for (const line of source.split(/\r\n|\n|\r/)) {
    const match = /^\s*(\d{2}),(.*)$/.exec(line);
    if (match === null) continue;
    const [, code = '', rest = ''] = match;
    const before = records.at(-1);
    if (code !== '88') records.push({ code, fields: fieldsOf(rest), text: [] });
    else if (before?.code === '16' && hasText(before.fields)) before.text.push(rest.replace(/\/\s*$/, ''));
    else if (before !== undefined) before.fields.push(...fieldsOf(rest));
  }
  return records;
}

/** The funds type of a detail and both references stand before its text. */
function hasText(fields: readonly string[]): boolean {
  return fields.length >= 2 + fundsLength(fields, 2) + 2;
}

/** How many fields the funds type at `at` takes: `S` three more, `V` two, `D` a count and as many pairs. */
export function fundsLength(fields: readonly string[], at: number): number {
  const type = fields[at] ?? '';
  if (type === 'S') return 4;
  if (type === 'V') return 3;
  return type === 'D' ? 2 + 2 * Math.min(Number(fields[at + 1] ?? 0) || 0, fields.length) : 1;
}

function fieldsOf(text: string): string[] {
  return text
    .replace(/\/\s*$/, '')
    .split(',')
    .map((field) => field.trim());
}
