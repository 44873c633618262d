import { ConfigError } from './config.ts';

/**
 * What stands in the way of starting, said by the variable that has to change: the same words as for a value that is
 * wrong on its face, since to whoever starts the server it is the same. Anything else is thrown on as it is.
 */
export function refuseToStart(variable: 'DATA_DIR' | 'DATABASE_URL' | 'HOST' | 'PORT', error: unknown): never {
  const must = error instanceof Error && 'code' in error ? MUSTS[variable]?.[String(error.code)] : undefined;
  throw must === undefined ? error : new ConfigError([`${variable}: ${must}`], { cause: error });
}

const UNKNOWN_HOST = 'must name a host that can be found';

const MUSTS: Record<string, Readonly<Record<string, string>>> = {
  DATA_DIR: {
    EACCES: 'must be a directory that this user may write to',
    EPERM: 'must be a directory that this user may write to',
    EROFS: 'must be a directory that can be written to',
    EEXIST: 'must be a directory, and there is a file of that name',
    ENOTDIR: 'must be a directory, and a part of it is a file',
    ENOSPC: 'must be on a disk with space left',
  },
  DATABASE_URL: {
    ECONNREFUSED: 'must lead to a running PostgreSQL; nobody answers there',
    ETIMEDOUT: 'must lead to a running PostgreSQL; nobody answers there',
    ENOTFOUND: UNKNOWN_HOST,
    EAI_AGAIN: UNKNOWN_HOST,
    // PostgreSQL's own codes, https://www.postgresql.org/docs/current/errcodes-appendix.html
    '28P01': 'must name a user and the right password',
    '28000': 'must name a user who may connect',
    '3D000': 'must name a database that exists',
    '42501': 'must name a user who may create tables',
    SQLITE_NOTADB: 'must name a SQLite file, and that file is something else',
    SQLITE_CORRUPT: 'must name a sound SQLite file; restore it from a backup',
    SQLITE_READONLY: 'must name a SQLite file that this user may write to',
    SQLITE_CANTOPEN: 'must name a SQLite file in a directory that this user may write to',
  },
  HOST: { EADDRNOTAVAIL: 'must be an address of this machine', ENOTFOUND: UNKNOWN_HOST, EAI_AGAIN: UNKNOWN_HOST },
  PORT: {
    EADDRINUSE: 'is taken by another process; choose another',
    EACCES: 'may not be used by this user; choose one from 1024 on',
  },
};
