import { XMLParser } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';

/** A cell as it stands in the file, before any spreadsheet program has looked at it. */
export type OpenCell = { value: string | number | null; formula: string | null; quotePrefix: boolean; fill: number };
export type OpenSheet = Map<string, OpenCell>;
export type OpenTable = { name: string; range: string; columns: string[]; sheet: string };
export type OpenWorkbook = {
  sheets: Map<string, OpenSheet>;
  /** The sheet that is shown when the workbook is opened. */
  activeSheet: string;
  table: OpenTable;
  /** Every table by its name. */
  tables: Map<string, OpenTable>;
  /** Every file of the package, as text. */
  files: Record<string, string>;
};

type Xml = { [name: string]: Xml | Xml[] | string | undefined };

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  alwaysCreateTextNode: true,
  processEntities: { enabled: true, maxTotalExpansions: Infinity, maxExpandedLength: Infinity },
});

/** Reads a workbook by the rules of ECMA-376 alone, sharing nothing with the library that wrote it. */
export const openWorkbook = (bytes: Uint8Array): OpenWorkbook => {
  const files = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, file]) => [path, strFromU8(file)]));
  const read = (path: string): Xml => parser.parse(files[path] ?? '') as Xml;

  const strings = list(child(read('xl/sharedStrings.xml'), 'sst')['si']).map((item) => unescape(textOf(item['t'])));
  const styleSheet = child(read('xl/styles.xml'), 'styleSheet');
  const styles = list(child(styleSheet, 'cellXfs')['xf']);
  const workbook = child(read('xl/workbook.xml'), 'workbook');
  const names = list(child(workbook, 'sheets')['sheet']).map((sheet) => String(sheet['@name']));
  const active = Number(child(child(workbook, 'bookViews'), 'workbookView')['@activeTab'] ?? 0);

  const openCell = (cell: Xml): OpenCell => {
    const style = styles[Number(cell['@s'] ?? 0)] ?? {};
    const inline = cell['is'] === undefined ? null : textOf(child(cell, 'is')['t']);
    const raw = cell['v'] === undefined ? inline : textOf(cell['v']);
    return {
      value: raw === null ? null : valueOf(cell['@t'], raw, strings),
      formula: cell['f'] === undefined ? null : textOf(cell['f']),
      quotePrefix: style['@quotePrefix'] === '1',
      fill: Number(style['@fillId'] ?? 0),
    };
  };
  const openSheet = (index: number): OpenSheet => {
    const data = child(child(read(`xl/worksheets/sheet${index + 1}.xml`), 'worksheet'), 'sheetData');
    const cells = list(data['row']).flatMap((row) => list(row['c']));
    return new Map(cells.map((cell) => [String(cell['@r']), openCell(cell)]));
  };

  const tables = names.flatMap((sheet, index) => {
    const relations = list(
      child(read(`xl/worksheets/_rels/sheet${index + 1}.xml.rels`), 'Relationships')['Relationship'],
    );
    return relations
      .map((relation) => String(relation['@Target']))
      .filter((target) => target.startsWith('../tables/'))
      .map((target) => openTable(child(read(target.replace('..', 'xl')), 'table'), sheet));
  });
  const [table] = tables;
  if (!table) throw new Error('The workbook has no table');

  return {
    sheets: new Map(names.map((name, index) => [name, openSheet(index)])),
    activeSheet: names[active] ?? '',
    table,
    tables: new Map(tables.map((each) => [each.name, each])),
    files,
  };
};

const openTable = (table: Xml, sheet: string): OpenTable => ({
  name: String(table['@name']),
  range: String(table['@ref']),
  columns: list(child(table, 'tableColumns')['tableColumn']).map((column) => String(column['@name'])),
  sheet,
});

/** The rows of a table, the first unless another is named, each as its cells by heading; what holds nothing is left out. */
export const tableRows = (workbook: OpenWorkbook, name = workbook.table.name): Record<string, OpenCell>[] => {
  const table = workbook.tables.get(name);
  if (!table) throw new Error(`The workbook has no table ${name}`);
  const sheet = workbook.sheets.get(table.sheet) ?? new Map<string, OpenCell>();
  const [, firstRow = 1, lastRow = 1] = (/^A(\d+):[A-Z]+(\d+)$/.exec(table.range) ?? []).map(Number);
  return Array.from({ length: lastRow - firstRow }, (_, index) =>
    Object.fromEntries(
      table.columns.flatMap((column, columnIndex) => {
        const cell = sheet.get(`${String.fromCharCode(65 + columnIndex)}${firstRow + index + 1}`);
        return cell && cell.value !== null ? [[column, cell]] : [];
      }),
    ),
  );
};

/** Cells of the summary by their label in column A; the statements are in B, C, …. */
export const summaryLine = (workbook: OpenWorkbook, label: string, column = 'B'): OpenCell => {
  const sheet = workbook.sheets.get('Summary') ?? new Map<string, OpenCell>();
  const [ref] = [...sheet].find(([address, cell]) => address.startsWith('A') && cell.value === label) ?? [];
  const cell = ref === undefined ? undefined : sheet.get(column + ref.slice(1));
  if (!cell) throw new Error(`The summary has no line ${label}`);
  return cell;
};

const valueOf = (type: Xml[string], raw: string, strings: readonly string[]): string | number => {
  if (type === 's') return strings[Number(raw)] ?? '';
  return type === undefined || type === 'n' ? Number(raw) : unescape(raw);
};

/** `_x000D_` in a file stands for the character it names (ECMA-376 part 1, 22.9.2.19). */
const unescape = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const list = (value: Xml[string]): Xml[] => {
  if (value === undefined || typeof value === 'string') return [];
  return Array.isArray(value) ? value : [value];
};

const child = (xml: Xml, name: string): Xml => list(xml[name])[0] ?? {};

const textOf = (value: Xml[string]): string => {
  if (typeof value === 'string') return value;
  const [first] = list(value);
  const text = first?.['#text'];
  return typeof text === 'string' ? text : '';
};
