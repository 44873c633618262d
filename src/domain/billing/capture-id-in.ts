import { textAt, valueAt } from './payload.ts';

/** The capture that a refund of PayPal's names by a link, `{"rel": "up", "href": "…/v2/payments/captures/<id>"}`; or null. */
export function captureIdIn(refund: unknown): string | null {
  const links = valueAt(refund, 'links');
  const up = Array.isArray(links) ? links.find((link: unknown) => textAt(link, 'rel') === 'up') : undefined;
  return /\/captures\/([^/?]+)$/.exec(textAt(up, 'href') ?? '')?.[1] ?? null;
}
