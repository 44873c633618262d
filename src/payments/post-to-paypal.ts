import type { Clock } from '../clock.ts';
import { createPaypalHttp, type PaypalSettings } from './paypal-http.ts';

/** Posts JSON, as it is, to a path of PayPal's API, and answers with the JSON that comes back. Throws where PayPal fails. */
export function createPaypalPost(settings: PaypalSettings, clock: Clock) {
  const call = createPaypalHttp(settings, clock);
  return async (path: string, body: string): Promise<unknown> => {
    const { status, json } = await call({ method: 'POST', path, body });
    if (status >= 500) throw new Error(`PayPal could not answer: ${status}`);
    return json;
  };
}
