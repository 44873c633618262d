import { strFromU8, strToU8 } from 'fflate';

/** Where Office Open XML keeps title, author and times (ISO/IEC 29500-2, "Core Properties"). */
const CORE_PROPERTIES = 'docProps/core.xml';
const TIMES = /(<dcterms:(created|modified) xsi:type="dcterms:W3CDTF">)[^<]*(<)/g;

/**
 * The files of a workbook with its times of creation and change set to `createdAt`. The library that writes workbooks
 * takes them from the machine's clock, so that the same document would give other bytes each second.
 */
export const withCreationTime = (files: Record<string, Uint8Array>, createdAt: Date): Record<string, Uint8Array> => {
  const properties = files[CORE_PROPERTIES];
  if (!properties) throw new Error(`The workbook has no ${CORE_PROPERTIES}`);
  const time = `${createdAt.toISOString().slice(0, 19)}Z`;
  return { ...files, [CORE_PROPERTIES]: strToU8(strFromU8(properties).replace(TIMES, `$1${time}$3`)) };
};
