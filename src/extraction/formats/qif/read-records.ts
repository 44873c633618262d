/** One record of a QIF file: its fields in their order, each a letter and what follows. */
export type QifRecord = { section: string; fields: { code: string; value: string }[] };

/**
 * The records of a QIF file. `section` is what the last header said (`bank`, `ccard`, `account`, …), in small letters.
 * The end of the file ends a record as `^` does; `!Option` and `!Clear` switch nothing that matters here.
 */
export function readRecords(text: string): QifRecord[] {
  const records: QifRecord[] = [];
  let section = '';
  let fields: QifRecord['fields'] = [];
  const close = () => {
    if (fields.length > 0) records.push({ section, fields });
    fields = [];
  };
  for (const line of text.split(/\r\n|\r|\n/)) {
    const header = /^\s*!(type:|account|option:|clear:)\s*(.*)$/i.exec(line);
    if (header !== null) {
      const kind = (header[1] ?? '').toLowerCase();
      close();
      if (kind === 'account') section = 'account';
      else if (kind === 'type:') section = (header[2] ?? '').trim().toLowerCase();
    } else if (/^\s*\^/.test(line)) close();
    else if (line.trim() !== '') {
      const field = line.trimStart();
      fields.push({ code: field.slice(0, 1), value: field.slice(1).trim() });
    }
  }
  close();
  return records;
}
