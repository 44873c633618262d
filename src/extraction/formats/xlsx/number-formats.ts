import { walkXml } from '../xml/walk-xml.ts';

/** Number formats that are built in and show dates or times (ECMA-376, 18.8.30), the East Asian ones included. */
const BUILT_IN_DATES: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56,
  57, 58,
]);

/** For each cell style of a workbook, whether it shows its number as a date. */
export function readDateStyles(xml: string | undefined): boolean[] {
  const codes = new Map<number, string>();
  const styles: boolean[] = [];
  let isInCellFormats = false;
  if (xml === undefined) return styles;
  walkXml(xml, {
    open(name, attribute) {
      if (name === 'cellXfs') isInCellFormats = true;
      else if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      else if (name === 'xf' && isInCellFormats) {
        const id = Number(attribute('numFmtId') ?? 0);
        styles.push(isDateFormat(id, codes.get(id)));
      }
    },
    text: () => undefined,
    close(name) {
      if (name === 'cellXfs') isInCellFormats = false;
    },
  });
  return styles;
}

/** Whether a format shows days: by its code, or by its number where it is built in. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  return code === undefined ? BUILT_IN_DATES.has(id) : showsDate(code);
}

/** A format with a day or a year outside of its quoted words, colours and locales. */
export function showsDate(code: string): boolean {
  const plain = code.replaceAll(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
  return /[dy]|m{2,}|[年月日]/i.test(plain) && !/[0#?]/.test(plain.replaceAll(/s\.0+/gi, ''));
}
