import { Buffer } from 'node:buffer';
import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import { PdfObjects } from '../statements/pdf/pdf-objects.ts';
import { pageAround } from './malformed-pdfs.ts';

const chunkSize = 16 * 2 ** 20;

/** A PDF of some kilobytes whose page content unpacks, twice, to more than a gigabyte. */
export function decompressionBomb(): Uint8Array {
  const objects = new PdfObjects();
  const stream = objects.addStream(deflateSync(zeros(80)), '/Filter [/FlateDecode /FlateDecode]');
  return pageAround(stream, objects, { count: 1, resources: '', entries: '' });
}

/**
 * A zlib stream (RFC 1950) of zeros. Flushed chunks can be strung together, so that only one has to be compressed; for
 * zeros the checksum's halves are 1 and the length.
 */
function zeros(chunks: number): Uint8Array {
  const chunk = deflateRawSync(new Uint8Array(chunkSize), { finishFlush: constants.Z_FULL_FLUSH, level: 9 });
  const lastBlock = Buffer.from([0x03, 0x00]);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt16BE((chunks * chunkSize) % 65_521, 0);
  checksum.writeUInt16BE(1, 2);
  return Buffer.concat([
    Buffer.from([0x78, 0xda]),
    ...Array.from({ length: chunks }, () => chunk),
    lastBlock,
    checksum,
  ]);
}
