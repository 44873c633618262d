import { phrases } from './phrases.ts';

/** What counts the pages of a document. */
export const PAGE_WORDS = phrases`
  page, pages, pg, sheet, seite, blatt, page n, pagina, pag, pagine, paginas, folio, hoja, pagina n, bladzijde, blz, strona, str, strana, sida, side, sivu, oldal, lap,
  σελιδα, σελ, страница, стр, лист, сторінка, sayfa, trang, halaman, hal, muka surat, muka, 页, 頁, 页码, 第, ページ, 페이지, 쪽, หน้า, หน้าที่, صفحة, עמוד, דף, पृष्ठ
`;
