import { ask } from './graphql.ts';
import { DOWNLOAD_LINK } from './operations.ts';
import { reachable } from './put-bytes.ts';

/** The bytes that were uploaded. Throws `RequestFailed` where there are none any more. */
export async function fetchOriginal(id: string): Promise<Uint8Array<ArrayBuffer>> {
  const { downloadLink } = await ask(DOWNLOAD_LINK, { id, format: 'ORIGINAL' });
  const response = await fetch(reachable(downloadLink.downloadUrl));
  if (!response.ok) throw new Error('The document could not be loaded');
  return new Uint8Array(await response.arrayBuffer());
}

export type Kind = 'pdf' | 'image' | 'other';

/** What can be shown of the bytes, told by how they begin. */
export function kindOf(bytes: Uint8Array): Kind {
  const start = String.fromCharCode(...bytes.subarray(0, 1024));
  if (start.includes('%PDF-')) return 'pdf';
  return /^(\x89PNG|\xff\xd8\xff|GIF8|RIFF....WEBP)/s.test(start) ? 'image' : 'other';
}
