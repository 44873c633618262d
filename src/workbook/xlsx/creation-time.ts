import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Where Office Open XML keeps title, author and times (ISO/IEC 29500-2, "Core Properties"). */
const CORE_PROPERTIES = 'docProps/core.xml';
const TIMES = /(<dcterms:(created|modified) xsi:type="dcterms:W3CDTF">)[^<]*(<)/g;
/** The earliest time that a zip entry can have: every entry's, so that no clock is read. Local time, as zip has it. */
const ZIP_EPOCH = '1980-01-01T00:00:00';

/**
 * The workbook with its times of creation and change set to `createdAt`. The library that writes workbooks takes them
 * from the machine's clock, so that the same document would give other bytes each second.
 */
export const withCreationTime = (workbook: Uint8Array, createdAt: Date): Uint8Array => {
  const files = unzipSync(workbook);
  const properties = files[CORE_PROPERTIES];
  if (!properties) throw new Error(`The workbook has no ${CORE_PROPERTIES}`);
  const time = `${createdAt.toISOString().slice(0, 19)}Z`;
  files[CORE_PROPERTIES] = strToU8(strFromU8(properties).replace(TIMES, `$1${time}$3`));
  return zipSync(files, { mtime: ZIP_EPOCH });
};
