/** How much of the database one process may take, and for how long. */
export type DatabaseLimits = {
  /** PostgreSQL: connections that answer requests and do jobs, at most. */
  readonly connections: number;
  /** PostgreSQL: connections of the queue, at most. */
  readonly jobConnections: number;
  /** PostgreSQL: after this a statement is ended. SQLite runs within the process, where none can be. */
  readonly statementMs: number;
  /** The wait for a connection, or on SQLite for another process to have written. */
  readonly waitMs: number;
};

/** For commands and tests; a server is told by its environment. */
export const DEFAULT_DATABASE_LIMITS: DatabaseLimits = {
  connections: 10,
  jobConnections: 4,
  statementMs: 30_000,
  waitMs: 5_000,
};
