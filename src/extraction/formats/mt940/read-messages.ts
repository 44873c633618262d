/** A field of a SWIFT message: its tag (`61`, `60F`, `NS`) and the lines that follow it. */
export type SwiftField = { tag: string; lines: string[] };

export type SwiftMessage = {
  fields: SwiftField[];
  /** BIC of the bank that sent it, from the envelope. */ sender: string | null;
};

/** Other digits between colons at the start of a line are a time that was wrapped: `:12:11`. */
const TAGS: ReadonlySet<string> = new Set(
  '13 13C 13D 20 21 25 25P 28 28C 34F 60F 60M 61 62F 62M 64 65 86 90C 90D NS'.split(' '),
);

/**
 * Splits a file in its messages and their fields; some banks write `@@` for a new line. The SWIFT envelope may be there or not; a message begins with its
 * reference (`:20:`), or where an account or an opening balance follows a closing balance.
 */
export function readMessages(text: string): SwiftMessage[] {
  const messages: SwiftMessage[] = [];
  let sender: string | null = null;
  let fields: SwiftField[] = [];
  let current: SwiftField | null = null;
  const close = () => {
    if (fields.length > 0) messages.push({ fields, sender });
    fields = [];
    current = null;
  };
  for (const raw of text.split(/\r\n|\n|\r|@@(?=[:-])/)) {
    const line = raw.trimEnd();
    const envelope = /^\s*\{1:(?:[^{}]|\{[^{}]*\})*\}.*$/.test(line);
    if (envelope || /^-\}?$/.test(line)) close();
    if (envelope) sender = senderOf(line);
    const body: string = envelope ? (/\{4:(.*)$/.exec(line)?.[1] ?? '') : line;
    if (body === '' || /^(?:-\}?.*|\{.*)$/.test(body)) continue;
    const field = fieldAt(body, current);
    if (field === null) {
      current?.lines.push(body);
      continue;
    }
    if (field.tag === '20' || (beginsAccount(field.tag) && fields.some(({ tag }) => tag.startsWith('62')))) close();
    current = field;
    fields.push(field);
  }
  close();
  return messages;
}

function beginsAccount(tag: string): boolean {
  return tag === '25' || tag === '25P' || tag === '60F' || tag === '60M';
}

function fieldAt(line: string, current: SwiftField | null): SwiftField | null {
  const match = /^\s*:(\d\d[A-Z]?|NS):(.*)$/.exec(line);
  const [, tag = '', value = ''] = match ?? [];
  if (!TAGS.has(tag)) return null;
  // `… 2014-09-12T16` and `:20:37 …` on the next line are a time in a text.
  const before = current?.lines.at(-1) ?? '';
  const isTime = current?.tag === '86' && /[T ]\d{2}$/.test(before) && /^[0-5]\d(?:\D|$)/.test(value);
  return isTime ? null : { tag, lines: [value] };
}

/** Block 2 of an output message names who sent it; an input message was sent by whom block 1 names. */
function senderOf(line: string): string | null {
  const output = /\{2:O\d{3}\d{4}\d{6}([A-Z0-9]{12})/.exec(line)?.[1];
  const input = /\{2:I/.test(line) ? /\{1:[A-Z]\d{2}([A-Z0-9]{12})/.exec(line)?.[1] : undefined;
  const terminal = output ?? input;
  // A logical terminal is a BIC with a letter for the terminal in its middle.
  return terminal === undefined ? null : (terminal.slice(0, 8) + terminal.slice(9)).replace(/XXX$/, '');
}
