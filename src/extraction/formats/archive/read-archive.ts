import { unzipSync } from 'fflate';
import { ExtractionError } from '../../extraction-error.ts';
import type { Reader, ReadOptions } from '../../reader.ts';
import { type DetectedFormat, sniff } from '../../sniff.ts';
import type { ExtractedDocument } from '../../statement.ts';
import { isOfFinder } from './member-names.ts';

/** Who reads the files of an archive: those that are for machines. */
export type MachineReaders = Partial<Record<DetectedFormat['format'], Reader>>;

/** A month of days and messages for several accounts. */
const MOST_FILES = 200;
/** What they unpack to, together at most (bytes). */
const MOST_UNPACKED = 100 * 1024 ** 2;

/**
 * Reads the exports in a zip as one document, as banks deliver camt messages: the statements of one file after those of
 * the other, by their names. One file that cannot be read fails all of it: nobody would miss its statements.
 *
 * @throws {ExtractionError} `unsupported_format` where a file is no export for machines or is of another format than the
 *   others, `memory_limit`, `damaged_file`, and whatever the reading of a file throws
 */
export async function readArchive(
  bytes: Uint8Array,
  options: ReadOptions,
  readers: MachineReaders,
): Promise<ExtractedDocument> {
  const documents: ExtractedDocument[] = [];
  for (const [name, content] of unpack(bytes)) documents.push(await readMember(name, content, options, readers));
  const [first] = documents;
  const formats = new Set(documents.map(({ sourceFormat }) => sourceFormat));
  if (first === undefined || formats.size > 1) {
    throw unsupported('The archive is empty or holds files of several formats. Unpack it and upload each alone.');
  }
  return {
    statements: documents.flatMap(({ statements }) => statements),
    sourceFormat: first.sourceFormat,
    warnings: documents.flatMap(({ warnings }) => warnings),
    pages: 1,
    characters: documents.reduce((sum, { characters }) => sum + characters, 0),
  };
}

async function readMember(
  name: string,
  content: Uint8Array,
  options: ReadOptions,
  readers: MachineReaders,
): Promise<ExtractedDocument> {
  const reader = readers[sniff(content)?.format ?? 'zip'];
  if (reader === undefined) {
    throw unsupported(
      `The archive holds ${name}, which is no export for machines. Unpack it and upload each file alone.`,
    );
  }
  const { warnings, ...document } = await reader.read(content, options);
  return { ...document, warnings: warnings.map((warning) => `${name}: ${warning}`) };
}

/** What a member claims to unpack to is what it is given room for, so that no bomb grows beyond it. */
function unpack(bytes: Uint8Array): [name: string, content: Uint8Array][] {
  let [files, size] = [0, 0];
  try {
    const members = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (name.endsWith('/') || isOfFinder(name)) return false;
        files++;
        size += originalSize;
        if (files > MOST_FILES || size > MOST_UNPACKED) throw tooLarge();
        return true;
      },
    });
    const named = Object.entries(members);
    if (named.length !== files)
      throw unsupported('Two files of the archive have one name. Unpack it and upload each alone.');
    return named.toSorted(([a], [b]) => (a < b ? -1 : 1));
  } catch (cause) {
    if (cause instanceof ExtractionError) throw cause;
    throw new ExtractionError('damaged_file', 'The archive is damaged. Download it from your bank again.', { cause });
  }
}

const unsupported = (message: string): ExtractionError => new ExtractionError('unsupported_format', message);

const tooLarge = (): ExtractionError =>
  new ExtractionError(
    'memory_limit',
    `The archive holds more than ${MOST_FILES} files, or more than ${MOST_UNPACKED / 1024 ** 2} MB. Upload them in parts.`,
  );
