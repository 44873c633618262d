import type { z } from 'zod';
import type { Clock } from '../clock.ts';
import { tokenAnswer } from './paypal-answers.ts';

export type PaypalSettings = {
  clientId: string;
  clientSecret: string;
  /** An origin: scheme, host and port. */
  apiBase: string;
  /** Of the account that is paid, where it is to be checked. */
  merchantId?: string | null;
};

/** A body that is a text is JSON already. */
export type PaypalCall = { method: 'GET' | 'POST'; path: string; body?: object | string; requestId?: string };
export type PaypalAnswer = { status: number; json: unknown };

const TIMEOUT_MS = 10_000;
/** A token is not used in its last minute, so that it does not run out on the way. */
const TOKEN_MARGIN_MS = 60_000;

/**
 * Calls PayPal's REST API as this account. The access token is fetched once and kept until shortly before it ends, or
 * until PayPal no longer takes it (https://developer.paypal.com/api/rest/authentication/).
 */
export function createPaypalHttp(
  { clientId, clientSecret, apiBase }: PaypalSettings,
  clock: Clock,
): (call: PaypalCall) => Promise<PaypalAnswer> {
  let current: Promise<Token> | null = null;

  const fetchToken = async (): Promise<Token> => {
    const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
    const { status, json } = await send(`${apiBase}/v1/oauth2/token`, {
      method: 'POST',
      headers: { Authorization: `Basic ${basic}`, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'grant_type=client_credentials',
    });
    if (status !== 200) throw new Error(`PayPal gave no access token: ${status}`);
    const { access_token: value, expires_in: seconds } = parseAnswer(tokenAnswer, json);
    return { value, endsAt: clock().getTime() + seconds * 1_000 - TOKEN_MARGIN_MS };
  };

  /** A token that is good and not the one that was refused. Who comes while one is being fetched waits for it. */
  const token = async (refused?: string): Promise<string> => {
    const waitedFor = current;
    const known = await waitedFor?.catch(() => null);
    if (known && known.value !== refused && known.endsAt > clock().getTime()) return known.value;
    if (current !== waitedFor) return token(refused);
    current = fetchToken();
    return (await current).value;
  };

  const attempt = ({ method, path, body, requestId }: PaypalCall, accessToken: string): Promise<PaypalAnswer> =>
    send(apiBase + path, {
      method,
      headers: {
        Authorization: `Bearer ${accessToken}`,
        'Content-Type': 'application/json',
        Prefer: 'return=representation',
        ...(requestId ? { 'PayPal-Request-Id': requestId } : {}),
      },
      ...(body ? { body: typeof body === 'string' ? body : JSON.stringify(body) } : {}),
    });

  return async (call) => {
    const first = await token();
    const answer = await attempt(call, first);
    return answer.status === 401 ? attempt(call, await token(first)) : answer;
  };
}

type Token = { value: string; endsAt: number };

async function send(url: string, request: RequestInit): Promise<PaypalAnswer> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const response = await fetch(url, { ...request, redirect: 'error', signal });
  const text = await response.text();
  return { status: response.status, json: parseJson(text) };
}

/** Gateways in front of PayPal answer with pages. */
const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** Throws where PayPal answers in another shape than it documents; the values are nobody's business. */
export function parseAnswer<Answer>(shape: z.ZodType<Answer>, json: unknown): Answer {
  const { data, error } = shape.safeParse(json);
  if (!error) return data;
  const problems = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`PayPal's answer cannot be read: ${problems.join('; ')}`);
}
