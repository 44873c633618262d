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
    else if (before?.code === '16') before.text.push(rest.replace(/\/\s*$/, ''));
    else if (before !== undefined) before.fields.push(...fieldsOf(rest));
  }
  return records;
}

function fieldsOf(text: string): string[] {
  return text
    .replace(/\/\s*$/, '')
    .split(',')
    .map((field) => field.trim());
}
