import type { Worksheet } from 'wasm-xlsxwriter';
import { firstCharacters, oneLine } from '../printable-text.ts';

const PAPER_A4 = 9;
/** Excel refuses a footer of more than 255 characters. */
const FOOTER_TITLE_LENGTH_MAX = 100;

/** How a sheet prints: landscape, as wide as the paper and as many pages long as it needs, numbered. */
export const setUpPage = (sheet: Worksheet, title: string): void => {
  // In a footer, & starts a code (&P is the page); && is the sign itself.
  const footerTitle = firstCharacters(oneLine(title), FOOTER_TITLE_LENGTH_MAX).replaceAll('&', '&&');
  sheet
    .setLandscape()
    .setPaperSize(PAPER_A4)
    .setPrintFitToPages(1, 0)
    .setMargins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3)
    .setFooter(`&L${footerTitle}&RPage &P of &N`)
    .setScreenGridlines(false);
};
