import type { CellStyle } from '../../xlsx/cell-formats.ts';

/** How the sheets beside the table look: navy headings, hairlines, figures to the right; colour only where it says something. */
export const TITLE: CellStyle = { bold: true, sizePoints: 18, color: 'navy' };
export const SECTION: CellStyle = { bold: true, sizePoints: 13, color: 'navy' };
export const QUIET: CellStyle = { color: 'quiet' };
export const HEADING: CellStyle = { bold: true, color: 'white', fill: 'navy', align: 'left', indent: 1, wrap: true };
export const FIGURE_HEADING: CellStyle = { ...HEADING, align: 'right' };
export const LABEL: CellStyle = { align: 'left', indent: 1, line: 'hairline' };
export const VALUE: CellStyle = { align: 'right', indent: 1, line: 'hairline' };
export const TOTAL_LABEL: CellStyle = { align: 'left', indent: 1, bold: true, line: 'sum' };
export const TOTAL: CellStyle = { align: 'right', indent: 1, bold: true, line: 'sum' };
