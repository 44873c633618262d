/** Tells that pages were read from pictures; null is the whole document. */
export function scanWarning(pages: readonly number[] | null): string {
  const what =
    pages === null ? 'The document was' : pages.length === 1 ? `Page ${pages[0]} was` : `Pages ${ranges(pages)} were`;
  return `${what} read from a picture: check dates and descriptions, which no sum can prove.`;
}

/** `1–3, 7` */
function ranges(pages: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const page of pages) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === page - 1) last[1] = page;
    else runs.push([page, page]);
  }
  return runs.map(([from, to]) => (from === to ? from : `${from}–${to}`)).join(', ');
}
