import { blankImage, type GreyImage } from '../../../../src/extraction/ocr/grey-image.ts';
import type { Random } from '../../random.ts';
import type { ScanAxes } from './scan-axes.ts';

type Flaw = (image: GreyImage, pixelsPerPoint: number, random: Random) => GreyImage;

/** All in points. */
const FLAWS: Record<Exclude<ScanAxes['flaw'], 'none'>, Flaw> = {
  /** Two holes of a binder at the left edge, through which the scanner's dark lid is seen (ISO 838). */
  holes: (image, scale) => {
    const middle = image.height / 2;
    return [-113, 113].reduce(
      (holed, offset) => disc(holed, 34 * scale, middle + offset * scale, 8.5 * scale, 40),
      image,
    );
  },
  /** A staple's mark, and the shadow of the corner that was folded around it. */
  staple: (image, scale, random) => {
    const at = random.integer(18, 40) * scale;
    return paint(image, (x, y) => {
      const fold = x + y - 2.2 * at;
      if (Math.abs(x - y) < scale && x > at / 2 && x < at) return 60;
      return fold < 0 && fold > -12 * scale ? 150 : null;
    });
  },
  /** The scanner's lid around the sheet. */
  border: (image, scale, random) => {
    const wide = random.integer(8, 22) * scale;
    return paint(image, (x, y) => (x < wide || y > image.height - wide / 2 || y < wide / 3 ? 25 : null));
  },
  /** A round stamp in pale ink, somewhere over the text. */
  stamp: (image, scale, random) => {
    const [x0, y0] = [image.width * (random.integer(30, 60) / 100), image.height * (random.integer(30, 60) / 100)];
    return paint(image, (x, y) => {
      const radius = Math.hypot(x - x0, y - y0) / scale;
      const isInk = (radius > 46 && radius < 48) || (radius > 33 && radius < 34);
      return isInk || (radius < 33 && Math.abs(y - y0) < scale) ? 150 : null;
    });
  },
  /** A sheet that does not lie flat: its lines bend down towards one side. */
  curl: (image, scale, random) => {
    const depth = random.integer(3, 8) * scale;
    const bent = blankImage(image.width, image.height);
    for (let y = 0; y < image.height; y++) {
      for (let x = 0; x < image.width; x++) {
        const from = Math.round(y - depth * (x / image.width) ** 2);
        if (from >= 0) bent.pixels[y * image.width + x] = image.pixels[from * image.width + x] ?? 255;
      }
    }
    return bent;
  },
};

/** What happens to a sheet before it is scanned: it is punched, stapled, stamped and bent. */
export function flawPage(image: GreyImage, flaw: ScanAxes['flaw'], pixelsPerPoint: number, random: Random): GreyImage {
  return flaw === 'none' ? image : FLAWS[flaw](image, pixelsPerPoint, random);
}

function disc(image: GreyImage, x0: number, y0: number, radius: number, grey: number): GreyImage {
  return paint(image, (x, y) => (Math.hypot(x - x0, y - y0) < radius ? grey : null));
}

/** The image with what is darker than it painted over it. */
function paint({ width, height, pixels }: GreyImage, greyAt: (x: number, y: number) => number | null): GreyImage {
  const painted = pixels.map((value, place) =>
    Math.min(value, greyAt(place % width, Math.floor(place / width)) ?? 255),
  );
  return { width, height, pixels: painted };
}
