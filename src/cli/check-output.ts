import { access, constants, realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ConvertError } from './convert-error.ts';

/** Finds out before the work begins whether its result can be written. Throws a `ConvertError` where not. */
export async function checkOutput(outputPath: string, statementPath: string): Promise<void> {
  const folder = dirname(outputPath);
  if (!(await isKind(folder, 'isDirectory'))) throw new ConvertError(`There is no folder ${folder} to write to.`);
  await access(folder, constants.W_OK).catch((cause: unknown) => {
    throw new ConvertError(`You may not write to ${folder}: choose another place with -o.`, { cause });
  });
  const taken = await realpath(outputPath).catch(() => null);
  if (taken === null) return;
  if (!(await isKind(taken, 'isFile'))) throw new ConvertError(`${outputPath} is not a file: choose another with -o.`);
  if (taken === (await realpath(statementPath))) {
    throw new ConvertError(`${outputPath} is the statement itself: choose another file with -o.`);
  }
}

const isKind = async (path: string, kind: 'isFile' | 'isDirectory'): Promise<boolean> =>
  stat(path).then(
    (found) => found[kind](),
    () => false,
  );
