import { openAsBlob } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { ConvertError } from './convert-error.ts';

/** The file as something that can be sent without being held in memory. Throws a `ConvertError` that says what is wrong. */
export async function openStatement(path: string): Promise<Blob> {
  const found = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    throw unreadable(path, cause);
  });
  if (found.isDirectory()) throw new ConvertError(`${path} is a folder: name the statement in it.`);
  if (!found.isFile()) throw new ConvertError(`${path} is not a file.`);
  if (found.size === 0) throw new ConvertError(`${path} is empty: get the statement again.`);
  await access(path, constants.R_OK).catch((cause: NodeJS.ErrnoException) => {
    throw unreadable(path, cause);
  });
  // What it really is, the server sees from its bytes.
  const type = extname(path).toLowerCase() === '.pdf' ? 'application/pdf' : 'application/octet-stream';
  return openAsBlob(path, { type });
}

function unreadable(path: string, cause: NodeJS.ErrnoException): ConvertError {
  const message =
    cause.code === 'ENOENT' || cause.code === 'ENOTDIR'
      ? `There is no file ${path}.`
      : `${path} cannot be read (${cause.code}): check who may read it.`;
  return new ConvertError(message, { cause });
}
