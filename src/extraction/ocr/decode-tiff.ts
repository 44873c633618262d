import UTIF, { type IFD } from 'utif2';
import type { GreyImage } from './grey-image.ts';
import { damagedPicture, requirePictureSize } from './picture-limits.ts';

/** A file of many pages, none of which is decoded before it is asked for. */
export type Tiff = { pages: number; decode(index: number): GreyImage };

const WIDTH = 't256';
const HEIGHT = 't257';

/** @throws {ExtractionError} `damaged_file`, `memory_limit` */
export function openTiff(bytes: Uint8Array): Tiff {
  const buffer = Uint8Array.from(bytes).buffer;
  const directories = orDamaged(() => UTIF.decode(buffer)).filter((directory) => sizeOf(directory).width > 0);
  if (directories.length === 0) throw damagedPicture();
  for (const directory of directories) requirePictureSize(sizeOf(directory));
  return {
    pages: directories.length,
    decode(index) {
      const directory = directories[index];
      if (directory === undefined) throw damagedPicture();
      const rgba = orDamaged(() => {
        UTIF.decodeImage(buffer, directory);
        return UTIF.toRGBA8(directory);
      });
      const image = toGrey(rgba, directory);
      directory.data = new Uint8Array();
      return image;
    },
  };
}

function sizeOf(directory: IFD): { width: number; height: number } {
  const first = (tag: string) => {
    const value = directory[tag];
    return typeof value === 'object' ? Number(value[0]) : 0;
  };
  return { width: first(WIDTH), height: first(HEIGHT) };
}

function toGrey(rgba: Uint8Array, { width, height }: IFD): GreyImage {
  if (rgba.length < width * height * 4 || !(width * height > 0)) throw damagedPicture();
  const pixels = new Uint8Array(width * height);
  for (let place = 0; place < pixels.length; place++) {
    const at = place * 4;
    const [red = 255, green = 255, blue = 255] = [rgba[at], rgba[at + 1], rgba[at + 2]];
    pixels[place] = 0.299 * red + 0.587 * green + 0.114 * blue;
  }
  return { width, height, pixels };
}

function orDamaged<Value>(run: () => Value): Value {
  try {
    return run();
  } catch (error) {
    throw damagedPicture(error);
  }
}
