import { Color, Format, FormatAlign, FormatBorder } from 'wasm-xlsxwriter';

const COLORS = {
  ink: 0x1f2933,
  quiet: 0x667085,
  faint: 0x98a2b3,
  navy: 0x1f3a5f,
  white: 0xffffff,
  hairline: 0xe1e5ea,
  red: 0xb42318,
  green: 0x0b6b3a,
  redFill: 0xfde8e6,
  greenFill: 0xe4f4ea,
  amberFill: 0xfff3cd,
  amber: 0x7a4b00,
} as const;

export type CellColor = keyof typeof COLORS;

export type CellStyle = {
  /** An Excel number format; without it the cell is General. */
  numberFormat?: string;
  color?: CellColor;
  fill?: CellColor;
  align?: 'left' | 'right' | 'center';
  indent?: number;
  bold?: boolean;
  sizePoints?: number;
  wrap?: boolean;
  line?: 'hairline' | 'sum';
  /** Keeps text text when a person edits the cell: Excel's own mark for a leading apostrophe. */
  quotePrefix?: boolean;
};

export const DATE_FORMAT = 'yyyy-mm-dd';
export const MONTH_FORMAT = 'mmm yyyy';

/** `1,234.50`, and `-1,234.50` in the cell's own colour. */
export const amountFormat = (decimals: number): string => `#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`;

/** The cell's own colour where the figure is zero, as a difference should be, and red where it is not. */
export const differenceFormat = (decimals: number): string => {
  const figure = amountFormat(decimals);
  return `[Red]${figure};[Red]-${figure};${figure}`;
};

export type CellFormats = (style: CellStyle) => Format;

/** Makes formats from styles, each only once: a workbook has tens of thousands of cells and a dozen styles. */
export const createCellFormats = (): CellFormats => {
  const formats = new Map<string, Format>();
  return (style) => {
    const key = JSON.stringify(style);
    const known = formats.get(key);
    if (known) return known;
    const format = toFormat(style);
    formats.set(key, format);
    return format;
  };
};

const ALIGN = { left: FormatAlign.Left, right: FormatAlign.Right, center: FormatAlign.Center };

const toFormat = (style: CellStyle): Format => {
  const format = new Format().setFontColor(colorOf(style.color ?? 'ink')).setAlign(FormatAlign.VerticalCenter);
  if (style.numberFormat) format.setNumFormat(style.numberFormat);
  if (style.fill) format.setBackgroundColor(colorOf(style.fill));
  if (style.align) format.setAlign(ALIGN[style.align]);
  if (style.indent) format.setIndent(style.indent);
  if (style.bold) format.setBold();
  if (style.sizePoints) format.setFontSize(style.sizePoints);
  if (style.wrap) format.setTextWrap();
  if (style.quotePrefix) format.setQuotePrefix();
  if (style.line) format.setBorderBottom(FormatBorder.Thin).setBorderBottomColor(colorOf('hairline'));
  if (style.line === 'sum') format.setBorderTop(FormatBorder.Thin).setBorderTopColor(colorOf('quiet'));
  return format;
};

const colorOf = (color: CellColor): Color => Color.rgb(COLORS[color]);
