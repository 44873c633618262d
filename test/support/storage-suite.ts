import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Storage } from '../../src/storage/storage.ts';

export type OpenedStorage = { storage: Storage; close(): Promise<void> };

/** What every storage must do, whatever is behind it. Signed URLs are called over HTTP as a browser would. */
export const describeStorage = (name: string, openStorage: () => Promise<OpenedStorage>): void => {
  describe(`${name} as a storage`, () => {
    let opened: OpenedStorage;
    let storage: Storage;
    beforeAll(async () => {
      opened = await openStorage();
      storage = opened.storage;
    });
    afterAll(() => opened.close());

    const soon = () => new Date(Date.now() + 60_000);
    const bytes = (text: string) => new TextEncoder().encode(text);
    const pdf = { contentType: 'application/pdf' };
    const text = async (key: string): Promise<string | null> => {
      const object = await storage.open(key);
      return object && (await buffer(object.body)).toString();
    };

    test('keeps what is written and says how large it is', async () => {
      await storage.write('kept/statement.pdf', bytes('a statement'), pdf);
      expect(await text('kept/statement.pdf')).toBe('a statement');
      expect(await storage.stat('kept/statement.pdf')).toMatchObject({ sizeBytes: 11 });
    });

    test('gives a range of an object, and tells its versions apart', async () => {
      await storage.write('ranges/a.csv', bytes('0123456789'), pdf);
      const part = await storage.open('ranges/a.csv', { start: 3, end: 5 });
      expect(part && (await buffer(part.body)).toString()).toBe('345');
      const before = await storage.stat('ranges/a.csv');
      expect(before).toMatchObject({ sizeBytes: 10, etag: expect.stringMatching(/^"[^"]+"$/) });
      expect(part).toMatchObject({ ...before });
      await storage.write('ranges/a.csv', bytes('9876543210'), pdf);
      expect((await storage.stat('ranges/a.csv'))?.etag).not.toBe(before?.etag);
    });

    test('keeps an object without a byte', async () => {
      await storage.write('kept/nothing.csv', new Uint8Array(), { contentType: 'text/csv' });
      expect(await storage.stat('kept/nothing.csv')).toMatchObject({ sizeBytes: 0 });
      expect(await text('kept/nothing.csv')).toBe('');
    });

    test('writes a stream', async () => {
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          for (const part of ['one ', 'two ', 'three']) controller.enqueue(bytes(part));
          controller.close();
        },
      });
      await storage.write('streams/whole.pdf', body, pdf);
      expect(await text('streams/whole.pdf')).toBe('one two three');
    });

    test('keeps what was there when a stream breaks off', async () => {
      await storage.write('streams/broken.pdf', bytes('before'), pdf);
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => controller.enqueue(bytes('half of it')),
        pull: (controller) => controller.error(new Error('the source is gone')),
      });
      await expect(storage.write('streams/broken.pdf', body, pdf)).rejects.toThrow('the source is gone');
      expect(await text('streams/broken.pdf')).toBe('before');
    });

    test('replaces an object; who has it open reads the old one to its end', async () => {
      await storage.write('replaced/a.pdf', bytes('the first'), pdf);
      const before = await storage.open('replaced/a.pdf');
      await storage.write('replaced/a.pdf', bytes('the second'), pdf);
      expect(before && (await buffer(before.body)).toString()).toBe('the first');
      expect(await text('replaced/a.pdf')).toBe('the second');
    });

    test('has nothing under an unknown key, nor under a part of a known one', async () => {
      await storage.write('deep/er/still.pdf', bytes('x'), pdf);
      for (const key of ['deep', 'deep/er', 'deep/er/still.pdf/more', 'elsewhere/x.pdf']) {
        expect(await storage.stat(key)).toBeNull();
        expect(await storage.open(key)).toBeNull();
      }
    });

    test('deletes by prefix, and nothing else', async () => {
      for (const key of ['u/id=1/a', 'u/id=1/b/c', 'u/id=10/a', 'u/id=2/a']) await storage.write(key, bytes(key), pdf);
      await storage.deletePrefix('u/id=1/');
      expect(await storage.stat('u/id=1/a')).toBeNull();
      expect(await storage.stat('u/id=1/b/c')).toBeNull();
      expect(await text('u/id=10/a')).toBe('u/id=10/a');
      await storage.deletePrefix('u/id=1');
      expect(await storage.stat('u/id=10/a')).toBeNull();
      expect(await text('u/id=2/a')).toBe('u/id=2/a');
      await storage.deletePrefix('u/id=3/');
      await storage.write('u/id=1/a', bytes('again'), pdf);
      expect(await text('u/id=1/a')).toBe('again');
    });

    test('says that it can be written', async () => {
      await expect(storage.check()).resolves.toBeUndefined();
    });

    test('lets a browser put one object and get it again under a name', async () => {
      const key = 'signed/user_id=1/statement.pdf';
      const put = await storage.presignPut(key, { ...pdf, sizeBytes: 11, expiresAt: soon() });
      const stored = await fetch(put, {
        method: 'PUT',
        body: bytes('a statement'),
        headers: { 'Content-Type': 'application/pdf' },
      });
      expect(stored.status).toBe(200);
      expect(await text(key)).toBe('a statement');

      const filename = 'Kontoauszug März 2026.pdf';
      const got = await fetch(await storage.presignGet(key, { ...pdf, filename, expiresAt: soon() }));
      expect(got.status).toBe(200);
      expect(got.headers.get('Content-Type')).toBe('application/pdf');
      expect(got.headers.get('Content-Disposition')).toContain("filename*=UTF-8''Kontoauszug%20M%C3%A4rz%202026.pdf");
      expect(await got.text()).toBe('a statement');
    });

    test('refuses another type, another size, another key and another method than signed', async () => {
      const key = 'signed/refused.pdf';
      const put = await storage.presignPut(key, { ...pdf, sizeBytes: 4, expiresAt: soon() });
      const type = { 'Content-Type': 'application/pdf' };
      const refused = [
        await fetch(put, { method: 'PUT', body: bytes('%PDF'), headers: { 'Content-Type': 'text/html' } }),
        await fetch(put, { method: 'PUT', body: bytes('%PDF-1.7'), headers: type }),
        await fetch(put.replace('refused.pdf', 'other.pdf'), { method: 'PUT', body: bytes('%PDF'), headers: type }),
        await fetch(put),
        await fetch(put, { method: 'DELETE' }),
      ];
      for (const response of refused) {
        await response.body?.cancel();
        expect(response.status).toBe(403);
      }
      expect(await storage.stat(key)).toBeNull();
      expect(await storage.stat('signed/other.pdf')).toBeNull();
    });
  });
};
