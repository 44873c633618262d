import type { Reader } from '../reader.ts';

/** The decoders are loaded with the first picture: whoever reads text alone need not wait for them. */
const lazily = (format: 'jpeg' | 'png' | 'tiff'): Reader => {
  const load = async () => (await import('./read-picture.ts')).pictureReaders[format];
  return {
    countPages: async (bytes) => (await load()).countPages(bytes),
    read: async (bytes, options) => (await load()).read(bytes, options),
  };
};

export const jpegReader = lazily('jpeg');
export const pngReader = lazily('png');
export const tiffReader = lazily('tiff');
