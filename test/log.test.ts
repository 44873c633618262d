import { expect, test } from 'vitest';
import { createLog, withRequestId } from '../src/log.ts';

const capture = () => {
  const lines: string[] = [];
  return { lines, log: createLog('debug', { write: (line) => void lines.push(line) }) };
};

test('every line of a request carries its id, however late it is logged, and no other line does', async () => {
  const { lines, log } = capture();
  log.info('before');
  await withRequestId('request-1', async () => {
    await Promise.resolve();
    log.info('during');
  });
  log.info('after');
  expect(lines.map((line) => JSON.parse(line)).map(({ msg, requestId }) => [msg, requestId])).toEqual([
    ['before', undefined],
    ['during', 'request-1'],
    ['after', undefined],
  ]);
});

test('what one line of a request says, the next does not repeat', () => {
  const { lines, log } = capture();
  withRequestId('request-1', () => {
    log.info({ reason: 'mine alone' }, 'first');
    log.info('second');
  });
  expect(lines[0]).toContain('mine alone');
  expect(lines[1]).not.toContain('mine alone');
});

test('credentials in headers that are logged by mistake are removed', () => {
  const { lines, log } = capture();
  log.warn({ authorization: 'canary', headers: { authorization: 'canary', 'x-admin-key': 'canary' } }, 'a mistake');
  expect(lines.join('')).toContain('[removed]');
  expect(lines.join('')).not.toContain('canary');
});
