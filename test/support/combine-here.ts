import { Readable } from 'node:stream';
import type { Combiner } from '../../src/jobs/combiner.ts';
import type { CombinedMember } from '../../src/workbook/combined/combined-member.ts';
import { mergeMembers } from '../../src/workbook/combined/merge-members.ts';
import { COMBINED_FORMATS, type CombinedFormat, writeCombined } from '../../src/workbook/combined/write-combined.ts';

type About = Parameters<typeof writeCombined>[2];

/** What the combiner does, without its process. */
export const combineHere: Combiner = {
  async combine({ next, take }, about) {
    const members = [];
    for (let member = await next(); member; member = await next()) {
      const { fileId, filename, text } = member;
      members.push({ fileId, filename, document: JSON.parse(text) });
    }
    for (const format of COMBINED_FORMATS) {
      await take(format, streamOf(writeCombined(format, mergeMembers(members), about)));
    }
  },
};

/** One output as a whole. */
export const combinedBytes = async (
  format: CombinedFormat,
  members: readonly CombinedMember[],
  about: About,
): Promise<Buffer> => Buffer.concat(await Array.fromAsync(writeCombined(format, mergeMembers(members), about)));

/** The cast: Node's type of a web stream and the DOM's differ in a detail of no matter here. */
const streamOf = (parts: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> =>
  Readable.toWeb(Readable.from(parts)) as ReadableStream<Uint8Array>;
