import { reachable } from './put-bytes.ts';

type Link = { downloadUrl: string; filename: string };

/**
 * The same with a byte order mark before it, by which some versions of Excel know a CSV to be UTF-8. Throws where it
 * cannot be loaded.
 */
export async function saveWithByteOrderMark({ downloadUrl, filename }: Link): Promise<void> {
  const response = await fetch(reachable(downloadUrl));
  if (!response.ok) throw new Error('The file could not be loaded');
  const objectUrl = URL.createObjectURL(new Blob(['\uFEFF', await response.blob()], { type: 'text/csv' }));
  clickOn(objectUrl, filename);
  // The browser has taken hold of it when this turn ends.
  setTimeout(() => URL.revokeObjectURL(objectUrl));
}

/** Lets the browser download what a signed URL leads to; the page stays. */
export const saveFrom = ({ downloadUrl, filename }: Link): void => clickOn(reachable(downloadUrl), filename);

function clickOn(url: string, filename: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = filename;
  document.body.append(link);
  link.click();
  link.remove();
}
