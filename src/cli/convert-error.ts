/** A failure that the person at the terminal can do something about: one sentence that says what. */
export class ConvertError extends Error {
  /** 2 where the command was called wrongly, 1 for everything else. */
  readonly exitCode: 1 | 2;

  constructor(message: string, options: { exitCode?: 1 | 2; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = 'ConvertError';
    this.exitCode = options.exitCode ?? 1;
  }
}
