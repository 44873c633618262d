/** 300 dots an inch: what Tesseract's models were made for. */
export const GOOD_PIXELS_PER_POINT = 300 / 72;

/** A page larger than about A3 at that scale is read at a smaller one. */
export const MOST_PAGE_PIXELS = 20_000_000;
