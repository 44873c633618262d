import { expect, test } from 'vitest';
import { refuse } from '../../rest/refuse.ts';
import { AppError, type ErrorCode } from '../../src/errors.ts';

const STATUSES: Record<ErrorCode, number> = {
  BAD_USER_INPUT: 422,
  UNAUTHENTICATED: 401,
  INSUFFICIENT_CREDITS: 402,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  TOO_LARGE: 413,
  UNSUPPORTED: 415,
  RATE_LIMITED: 429,
  BUSY: 503,
  UNAVAILABLE: 503,
};

async function answerTo(error: unknown) {
  const logged: unknown[] = [];
  const response = refuse(error, { error: ({ err }) => logged.push(err) });
  return { status: response.status, headers: response.headers, body: await response.json(), logged };
}

test.each(Object.entries(STATUSES))('%s is answered with %i and the message', async (code, status) => {
  const error = new AppError(code as ErrorCode, 'What happened', { cause: new Error('secret') });
  const answer = await answerTo(error);
  expect(answer.status).toBe(status);
  const detail =
    code === 'BAD_USER_INPUT'
      ? [{ type: 'value_error', loc: ['body'], msg: 'Value error, What happened', input: null, ctx: { error: {} } }]
      : 'What happened';
  expect(answer.body).toEqual({ detail });
  expect(answer.logged).toEqual(status >= 500 && code !== 'BUSY' ? [error] : []);
});

test('whoever is refused is told how to try again', async () => {
  const { headers } = await answerTo(new AppError('UNAUTHENTICATED', 'Not authenticated'));
  expect(headers.get('www-authenticate')).toBe('Bearer');
  for (const code of ['RATE_LIMITED', 'BUSY'] as const) {
    const limited = await answerTo(new AppError(code, 'Too Many Requests', { retryAfterSeconds: 7 }));
    expect(limited.headers.get('retry-after')).toBe('7');
  }
});

test.each([new Error('secret'), new TypeError('secret', { cause: 'secret' }), 'secret', undefined])(
  'whatever else is thrown is logged, and the answer tells nothing',
  async (thrown) => {
    const answer = await answerTo(thrown);
    expect(answer).toMatchObject({ status: 500, body: { detail: 'Internal Server Error' } });
    expect(answer.logged).toEqual([thrown]);
  },
);
