import { unzipSync } from 'fflate';
import { ExtractionError } from '../../extraction-error.ts';

/** The parts of a workbook that are read, unpacked, together at most (bytes). A year of a busy account takes 5 MB. */
const MOST_UNPACKED = 150 * 1024 ** 2;
const PARTS =
  /^\/?xl\/(?:workbook\.xml|styles\.xml|sharedStrings\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/i;

/**
 * The parts of a workbook by their path in small letters. What a member claims to unpack to is what it is given room
 * for, so that no bomb grows beyond it.
 *
 * @throws {ExtractionError} `damaged_file`, or `memory_limit` where the parts are too large
 */
export function unpackWorkbook(bytes: Uint8Array): Map<string, string> {
  let total = 0;
  const parts = new Map<string, string>();
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!PARTS.test(name)) return false;
        total += originalSize;
        if (total > MOST_UNPACKED) throw tooLarge();
        return true;
      },
    });
    const decoder = new TextDecoder();
    for (const [name, content] of Object.entries(files)) {
      parts.set(name.replace(/^\//, '').toLowerCase(), decoder.decode(content));
    }
  } catch (cause) {
    if (cause instanceof ExtractionError) throw cause;
    throw new ExtractionError('damaged_file', 'The workbook is damaged. Export it from your bank again.', { cause });
  }
  return parts;
}

function tooLarge(): ExtractionError {
  return new ExtractionError(
    'memory_limit',
    `The workbook unpacks to more than ${MOST_UNPACKED / 1024 ** 2} MB. Split it in parts and upload those.`,
  );
}
