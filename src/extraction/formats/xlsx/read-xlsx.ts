import { ExtractionError } from '../../extraction-error.ts';
import type { ExtractedDocument } from '../../statement.ts';
import { readSheets, type Sheet } from '../table/read-sheets.ts';
import { walkXml } from '../xml/walk-xml.ts';
import { readDateStyles } from './number-formats.ts';
import { readSheet, type WorkbookFacts } from './read-sheet.ts';
import { unpackWorkbook } from './unpack-workbook.ts';

/**
 * Reads an Excel workbook that a bank exports: every sheet with a table of entries, in the order of the sheets.
 *
 * @throws {ExtractionError} `damaged_file`, `memory_limit`
 */
export function readXlsx(bytes: Uint8Array): ExtractedDocument {
  const parts = unpackWorkbook(bytes);
  const workbook = parts.get('xl/workbook.xml');
  if (workbook === undefined) throw new ExtractionError('damaged_file', 'The workbook is damaged. Export it again.');
  const { sheets, is1904 } = readWorkbook(workbook);
  const targets = readTargets(parts.get('xl/_rels/workbook.xml.rels'));
  const facts: WorkbookFacts = {
    strings: readStrings(parts.get('xl/sharedstrings.xml')),
    dateStyles: readDateStyles(parts.get('xl/styles.xml')),
    is1904,
  };
  const warnings: string[] = [];
  const grids = sheets.flatMap(({ name, relation, isHidden }): Sheet[] => {
    const xml = parts.get(targets.get(relation) ?? '');
    if (xml === undefined) return [];
    const { rows, uncomputed } = readSheet(xml, facts);
    if (uncomputed > 0 && !isHidden) warnings.push(uncomputedIn(name));
    return [{ name, rows, is1904, isHidden }];
  });
  return { ...readSheets(grids, warnings), sourceFormat: 'xlsx' };
}

function uncomputedIn(name: string): string {
  return `The sheet “${name}” has formulas whose results were never saved: open the workbook, save it, and upload it again.`;
}

function readWorkbook(xml: string): {
  sheets: { name: string; relation: string; isHidden: boolean }[];
  is1904: boolean;
} {
  const sheets: { name: string; relation: string; isHidden: boolean }[] = [];
  let is1904 = false;
  walkXml(xml, {
    open(name, attribute) {
      if (name === 'workbookPr') is1904 = /^(?:1|true)$/.test(attribute('date1904') ?? '');
      if (name !== 'sheet') return;
      const isHidden = /hidden/i.test(attribute('state') ?? '');
      sheets.push({ name: attribute('name') ?? '', relation: attribute('id') ?? '', isHidden });
    },
    text: () => undefined,
    close: () => undefined,
  });
  return { sheets, is1904 };
}

function readTargets(xml: string | undefined): Map<string, string> {
  const targets = new Map<string, string>();
  if (xml === undefined) return targets;
  walkXml(xml, {
    open(name, attribute) {
      if (name !== 'Relationship') return;
      const target = (attribute('Target') ?? '').replace(/^\/?(?:xl\/)?/, 'xl/').toLowerCase();
      targets.set(attribute('Id') ?? '', target);
    },
    text: () => undefined,
    close: () => undefined,
  });
  return targets;
}

/** Texts that cells share; how to pronounce them is no part of them. */
function readStrings(xml: string | undefined): string[] {
  const strings: string[] = [];
  let current = '';
  let isText = false;
  let isPhonetic = false;
  if (xml === undefined) return strings;
  walkXml(xml, {
    open(name) {
      if (name === 'si') current = '';
      if (name === 'rPh') isPhonetic = true;
      if (name === 't') isText = true;
    },
    text(text) {
      if (isText && !isPhonetic) current += text;
    },
    close(name) {
      if (name === 't') isText = false;
      if (name === 'rPh') isPhonetic = false;
      if (name === 'si') strings.push(current);
    },
  });
  return strings;
}
