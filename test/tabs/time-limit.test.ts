import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { withinTime } from '../../src/tabs/time-limit';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const after = <T>(ms: number, answer: T): Promise<T> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms, answer);
  });

test('An answer in time is the answer, and is told once', async () => {
  const later = vi.fn();
  const answer = withinTime(after(5, 'answer'), 10, 'late', later);
  await vi.advanceTimersByTimeAsync(20);
  expect(await answer).toBe('answer');
  expect(later).not.toHaveBeenCalled();
});

test('An answer after the limit is told when it comes, though the limit has been told', async () => {
  const later = vi.fn();
  const answer = withinTime(after(15, 'answer'), 10, 'late', later);
  await vi.advanceTimersByTimeAsync(10);
  expect(await answer).toBe('late');
  await vi.advanceTimersByTimeAsync(5);
  expect(later).toHaveBeenCalledWith('answer');
});

test('An error after the limit is nobody’s business', async () => {
  const failing = after(15, null).then(() => Promise.reject(new Error('gone')));
  const answer = withinTime<string>(failing, 10, 'late', () => undefined);
  await vi.advanceTimersByTimeAsync(20);
  expect(await answer).toBe('late');
});
