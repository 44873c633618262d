/** `="0123"` keeps a spreadsheet from calculating with a number, or from reading a day its own way. */
const GUARD = /^="([^"]*)"$/;
const GUARDED_FIELD = /(?<=^|[;,\t|])="([^"\r\n]*)"(?=[;,\t|\r\n]|$)/gm;
/** Some programs put texts in apostrophes. */
const QUOTED = /^'([^']*)'$/;
/** An apostrophe keeps a spreadsheet from running a text as a formula, or a number from being one. */
const FORCED_TEXT = /^'(?=[\d=+\-@＝＋－＠])/;

/** What a field of a CSV says, without what is only there for spreadsheets. */
export function cleanCell(value: string): string {
  const text = value.trim();
  const inner = (GUARD.exec(text) ?? QUOTED.exec(text))?.[1];
  return inner === undefined ? text.replace(FORCED_TEXT, '') : inner.trim();
}

/** A CSV whose guarded fields are quoted ones: a comma in `="1,000.00"` parts no fields. */
export function unguardFields(text: string): string {
  return text.includes('="') ? text.replaceAll(GUARDED_FIELD, '"$1"') : text;
}
