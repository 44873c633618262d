import type { WriteStream } from 'node:tty';
import { Presets, SingleBar } from 'cli-progress';

/** Tells somebody who waits how far things are. */
export type Progress = {
  begin(stage: string): void;
  /** Percent of the whole. */
  report(percent: number): void;
  /** Leaves the terminal to somebody else until the next stage begins. */
  pause(): void;
  finish(): void;
} & Disposable;

/** A bar that moves on a terminal; lines without control codes where the stream leads into a file or a log. */
export const createProgress = (stream: WriteStream): Progress =>
  stream.isTTY && process.env['TERM'] !== 'dumb' ? createBar(stream) : createLines(stream);

function createBar(stream: NodeJS.WritableStream): Progress {
  const bar = new SingleBar(
    { stream, format: '{stage} {bar} {percentage} %', hideCursor: true, barsize: 40 },
    Presets.shades_classic,
  );
  const width = 'Uploading'.length;
  bar.start(100, 0, { stage: ''.padEnd(width) });
  return {
    begin(stage) {
      if (!bar.isActive) bar.start(100, 0, { stage: ''.padEnd(width) });
      bar.update({ stage: stage.padEnd(width) });
    },
    report: (percent) => bar.update(percent),
    pause: () => bar.stop(),
    finish: () => bar.update(100, { stage: 'Done'.padEnd(width) }),
    // Also gives the cursor back, whatever has happened.
    [Symbol.dispose]: () => bar.stop(),
  };
}

function createLines(stream: NodeJS.WritableStream): Progress {
  return {
    begin: (stage) => stream.write(`${stage}…\n`),
    report: () => undefined,
    pause: () => undefined,
    finish: () => undefined,
    [Symbol.dispose]: () => undefined,
  };
}
