import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../clock.ts';
import { parseConfig } from '../config.ts';
import { moveObjects } from '../storage/move-objects.ts';
import { createS3Storage } from '../storage/s3-storage.ts';
import { Misused, runTool } from './run-tool.ts';

const EVERY = 1_000;

/** Copies the objects of DATA_DIR to the S3 store that the environment names. */
async function main(words: string[]): Promise<void> {
  if (words.length > 0) throw new Misused('Where from and where to is said by DATA_DIR and the variables of S3');
  const { dataDir, s3 } = parseConfig(process.env);
  if (!s3) throw new Misused('S3_BUCKET has to name the bucket to move to');
  const directory = join(dataDir, 'objects');
  if (!existsSync(directory)) throw new Error(`There are no objects at ${directory}`);
  const storage = createS3Storage(s3, systemClock);
  try {
    const onObject = (done: number) => {
      if (done % EVERY === 0) process.stdout.write(`${done} objects\n`);
    };
    const { copied, there } = await moveObjects(directory, storage, onObject);
    process.stdout.write(
      `All ${copied + there} objects are in the store, each compared with the one here; ${there} of them were there already. ` +
        `${directory} is as it was\n`,
    );
  } finally {
    storage.close();
  }
}

await runTool({
  usage: 'npm run move:objects, with DATA_DIR and the variables of the S3 store set',
  allowPositionals: true,
  failed: 'Not all objects were moved. ',
  main: ({ positionals }) => main(positionals),
});
