import type { CategoryRule } from '../../categories/category-rule.ts';
import { ruleName } from '../../categories/rule-name.ts';
import type { CellStyle } from '../../xlsx/cell-formats.ts';
import { text } from '../../xlsx/held-cell.ts';
import type { TableColumn } from '../../xlsx/table-column.ts';
import { planTable, type TablePlan } from '../../xlsx/table-plan.ts';
import type { CombinedTableRow } from './combined-rows.ts';

/** The sheet's name and the table's: the categories of the transactions are looked up in `Rules[Category]`. */
export const RULES_NAME = 'Rules';

export type RuleRow = { rule: CategoryRule; order: number; rowCount: number };

const LEFT: CellStyle = { align: 'left', indent: 1 };
const CENTER: CellStyle = { align: 'center' };
const SIDES = { in: 'money in', out: 'money out' };

const COLUMNS: readonly TableColumn<RuleRow>[] = [
  { header: 'Rule', cell: ({ rule }) => text(ruleName(rule)), style: LEFT, widthMax: 44 },
  { header: 'Category', cell: ({ rule }) => text(rule.category), style: LEFT, widthMax: 32 },
  { header: 'Applies to', cell: ({ rule }) => text(rule.side ? SIDES[rule.side] : 'both'), style: LEFT, widthMax: 16 },
  {
    header: 'Rows found',
    cell: ({ rowCount }) => ({ kind: 'integer', value: rowCount }),
    style: CENTER,
    widthMax: 16,
  },
  { header: 'Order', cell: ({ order }) => ({ kind: 'integer', value: order }), style: CENTER, widthMax: 11 },
];

const USED: CellStyle = { line: 'hairline' };
const UNUSED: CellStyle = { line: 'hairline', color: 'quiet' };

/**
 * Every rule with how many rows it found, those that found most first; the others are grey, in their order, and are not
 * printed.
 */
export const planRules = (rules: readonly CategoryRule[], rows: readonly CombinedTableRow[]): TablePlan<RuleRow> => {
  const counts = new Map<CategoryRule, number>();
  for (const { row } of rows) {
    const { rule } = row.category;
    if (rule) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  const ruleRows = rules.map((rule, index) => ({ rule, order: index + 1, rowCount: counts.get(rule) ?? 0 }));
  return planTable({
    name: RULES_NAME,
    rows: ruleRows.sort((one, other) => other.rowCount - one.rowCount || one.order - other.order),
    columns: COLUMNS,
    rowStyle: ({ rowCount }) => (rowCount > 0 ? USED : UNUSED),
    printedRowCount: counts.size,
  });
};
