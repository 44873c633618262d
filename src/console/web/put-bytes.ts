import { RequestFailed, UNREACHABLE } from './graphql.ts';
import { settings } from './settings.ts';

/**
 * A signed URL as this page can use it: one that leads to this server under its public name leads to it under the name
 * the page was opened with, too. The signature covers method, key and rules, not the name.
 */
export function reachable(signedUrl: string): string {
  const url = new URL(signedUrl);
  return url.origin === settings.publicOrigin ? `${location.origin}${url.pathname}${url.search}` : signedUrl;
}

/** Puts the bytes to a signed URL and tells how many percent have left. Throws `RequestFailed`. */
export const putBytes = (signedUrl: string, file: Blob, mimeType: string, tell: (percent: number) => void) =>
  new Promise<void>((resolve, reject) => {
    // fetch() does not tell how far an upload is.
    const request = new XMLHttpRequest();
    request.upload.addEventListener('progress', ({ loaded, total }) => tell(Math.round((loaded / total) * 100)));
    request.addEventListener('load', () =>
      request.status < 300 ? resolve() : reject(new RequestFailed('BAD_USER_INPUT', refusalOf(request))),
    );
    request.addEventListener('error', () => reject(new RequestFailed('UNREACHABLE', UNREACHABLE)));
    request.open('PUT', reachable(signedUrl));
    request.setRequestHeader('Content-Type', mimeType);
    request.send(file);
  });

function refusalOf({ responseText, status }: XMLHttpRequest): string {
  try {
    const { detail }: { detail?: unknown } = JSON.parse(responseText);
    if (typeof detail === 'string') return detail;
  } catch {
    // A store answers in XML, which is not for people.
  }
  return `The storage refused the upload (${status}).`;
}
