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
        const code = codes.get(id);
        styles.push(code === undefined ? BUILT_IN_DATES.has(id) : showsDate(code));
      }
    },
    text: () => undefined,
    close(name) {
      if (name === 'cellXfs') isInCellFormats = false;
    },
  });
  return styles;
}

/** A format with a day or a year outside of its quoted words, colours and locales. */
export function showsDate(code: string): boolean {
  const plain = code.replaceAll(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
  return /[dy]|m{2,}|[年月日]/i.test(plain) && !/[0#?]/.test(plain.replaceAll(/s\.0+/gi, ''));
}

const DAY_MS = 86_400_000;

/**
 * The ISO date of a serial number: days since the end of 1899, where Excel counts a 29th of February 1900 that never
 * was, or since the first of 1904. Null for what is no day of a statement.
 */
export function dateOfSerial(serial: number, is1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 1 || serial > 200_000) return null;
  const epoch = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  return new Date(epoch + Math.floor(serial) * DAY_MS).toISOString().slice(0, 10);
}
