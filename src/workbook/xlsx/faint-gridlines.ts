const HAIRLINE =
  '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="E1E5EA"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>';

/**
 * A chart (ECMA-376 part 1, 21.2.2.100 "majorGridlines") whose figures stand out against the lines behind them, which
 * most programs would else draw in black; the library knows no setting for it.
 */
export const withFaintGridlines = (chart: string): string => chart.replaceAll('<c:majorGridlines/>', HAIRLINE);
