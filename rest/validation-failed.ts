/** Where in the request a value was found, then the path inside: `["body", "file_size"]`. */
export type Location = (string | number)[];

/** One thing that is wrong, as FastAPI says it. `type` is one of Pydantic's error types, `ctx` holds its limits. */
export type Problem = {
  type: string;
  loc: Location;
  msg: string;
  input: unknown;
  ctx?: Record<string, unknown>;
};

/** The request does not fit what the route takes. The caller is told everything that is wrong at once. */
export class ValidationFailed extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super('The request is not valid');
    this.name = 'ValidationFailed';
    this.problems = problems;
  }
}
