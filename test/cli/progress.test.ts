import { PassThrough } from 'node:stream';
import { WriteStream } from 'node:tty';
import { expect, test } from 'vitest';
import { createProgress } from '../../src/cli/progress.ts';

const ESCAPE = '\u001b';

/** A stream that passes for a terminal of 80 columns, and what was written to it. */
function fakeStream(isTTY: boolean): { stream: WriteStream; written: () => string } {
  const pass = new PassThrough({ encoding: 'utf8' });
  const terminal = { isTTY, columns: 80, getColorDepth: () => 1, cursorTo: WriteStream.prototype.cursorTo };
  return { stream: Object.assign(pass, terminal) as unknown as WriteStream, written: () => String(pass.read() ?? '') };
}

test('a terminal shows a bar that moves, and gets its cursor back', () => {
  const { stream, written } = fakeStream(true);
  const progress = createProgress(stream);
  progress.begin('Reading');
  progress.report(40);
  progress.finish();
  progress[Symbol.dispose]();
  const text = written();
  expect(text).toContain(`${ESCAPE}[?25l`);
  expect(text).toMatch(/Done .*100 %/);
  expect(text.lastIndexOf(`${ESCAPE}[?25h`)).toBeGreaterThan(text.lastIndexOf(`${ESCAPE}[?25l`));
});

test('anything else gets a line a stage, without control codes', () => {
  const { stream, written } = fakeStream(false);
  using progress = createProgress(stream);
  progress.begin('Uploading');
  progress.begin('Reading');
  progress.report(40);
  progress.finish();
  expect(written()).toBe('Uploading…\nReading…\n');
});
