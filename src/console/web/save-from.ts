import { reachable } from './put-bytes.ts';

/** Lets the browser download what a signed URL leads to; the page stays. */
export function saveFrom({ downloadUrl, filename }: { downloadUrl: string; filename: string }): void {
  const link = document.createElement('a');
  link.href = reachable(downloadUrl);
  link.download = filename;
  document.body.append(link);
  link.click();
  link.remove();
}
