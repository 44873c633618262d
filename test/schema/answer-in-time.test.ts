import { type ExecutionResult, OperationTypeNode } from 'graphql';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answerInTime } from '../../src/schema/answer-in-time.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const { QUERY, MUTATION } = OperationTypeNode;
const never = () => new Promise<ExecutionResult>(() => undefined);

test('what is answered in time is the answer, and nothing is left waiting', async () => {
  const answer = { data: { me: null } };
  expect(answerInTime(1_000, QUERY, () => answer)).toBe(answer);
  expect(await answerInTime(1_000, QUERY, async () => answer)).toBe(answer);
  expect(vi.getTimerCount()).toBe(0);
  await expect(answerInTime(1_000, QUERY, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(vi.getTimerCount()).toBe(0);
});

test.each([
  [QUERY, 'There was no answer within 1.5 s; ask for less, or again in a little while'],
  [MUTATION, 'There was no answer within 1.5 s; it may be done all the same, so look before you ask again'],
])('whoever waits for too long for a %s is told, and what to do', async (operation, message) => {
  const answer = Promise.resolve(answerInTime(1_500, operation, never));
  await vi.advanceTimersByTimeAsync(1_500);
  const cause = expect.objectContaining({ message: `A ${operation} took longer than 1500 ms` });
  const originalError = expect.objectContaining({ code: 'UNAVAILABLE', cause });
  expect(await answer).toEqual({ data: null, errors: [expect.objectContaining({ message, originalError })] });
});
