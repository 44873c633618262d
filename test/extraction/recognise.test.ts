import { expect, test } from 'vitest';
import { recognise } from '../../src/extraction/recognise.ts';

test('a workbook behind a password is told from one of the old kind', () => {
  const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  const locked = Buffer.concat([compound, Buffer.alloc(504), Buffer.from('EncryptedPackage', 'utf16le')]);
  expect(() => recognise(locked)).toThrow(/workbook is protected by a password/);
  expect(() => recognise(Buffer.concat([compound, Buffer.alloc(504)]))).toThrow(/of the old kind/);
});
