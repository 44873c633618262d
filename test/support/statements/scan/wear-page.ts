import type { GreyImage } from '../../../../src/extraction/ocr/grey-image.ts';
import { rotateImage } from '../../../../src/extraction/ocr/rotate-image.ts';
import { turnImage } from '../../../../src/extraction/ocr/turn-image.ts';
import type { Random } from '../../random.ts';
import { flawPage } from './flaw-page.ts';
import type { ScanAxes } from './scan-axes.ts';
import { tonePage } from './tone-page.ts';

const SKEW_TENTHS = { none: [0, 0], slight: [2, 9], strong: [12, 35] } as const;
/** Standard deviations, in points and in steps of grey. */
const BLUR = { none: 0, some: 0.2, strong: 0.36 };
const NOISE = { none: 0, grain: 7, strong: 18 };
const TURNS = { upright: 0, right: 1, 'upside-down': 2, left: 3 } as const;

/** What a scanner or a camera makes of a page: ink runs, paper greys, sheets lie askew. */
export function wearPage(image: GreyImage, axes: ScanAxes, random: Random): GreyImage {
  const [low, high] = SKEW_TENTHS[axes.skew];
  const degrees = (random.named('skew').integer(low, high) / 10) * (random.named('side').chance(0.5) ? 1 : -1);
  const pixelsPerPoint = Number(axes.resolution) / 72;
  const flawed = flawPage(image, axes.flaw, pixelsPerPoint, random.named('flaw'));
  const blurred = blur(rotateImage(flawed, degrees), BLUR[axes.blur] * pixelsPerPoint);
  const lit = light(blurred, axes.light, random.named('light'));
  const noisy = grain(lit, NOISE[axes.noise], random.named('noise'));
  return turnImage(tonePage(noisy, axes.tone, random.named('tone')), TURNS[axes.turn]);
}

function blur({ width, height, pixels }: GreyImage, deviation: number): GreyImage {
  if (deviation === 0) return { width, height, pixels };
  const reach = Math.ceil(deviation * 2.5);
  const kernel = Array.from({ length: 2 * reach + 1 }, (_, index) =>
    Math.exp(-((index - reach) ** 2) / 2 / deviation ** 2),
  );
  const total = kernel.reduce((sum, weight) => sum + weight, 0);
  const pass = (source: Uint8Array, step: number, length: number): Uint8Array =>
    source.map((_, place) => {
      const position = step === 1 ? place % width : Math.floor(place / width);
      let sum = 0;
      for (let offset = -reach; offset <= reach; offset++) {
        const inside = Math.min(length - 1, Math.max(0, position + offset)) - position;
        sum += (source[place + inside * step] ?? 255) * (kernel[offset + reach] ?? 0);
      }
      return Math.round(sum / total);
    });
  return { width, height, pixels: pass(pass(pixels, 1, width), width, height) };
}

/** Dim ink on grey paper, or a shadow that falls from one side. */
function light({ width, height, pixels }: GreyImage, kind: ScanAxes['light'], random: Random): GreyImage {
  if (kind === 'even') return { width, height, pixels };
  const black = random.integer(25, 70);
  const white = random.integer(195, 235);
  const depth = kind === 'shade' ? random.integer(25, 45) / 100 : 0;
  const fromLeft = random.chance(0.5);
  const lit = pixels.map((value, place) => {
    const x = (place % width) / width;
    const shade = 1 - depth * (fromLeft ? 1 - x : x) * (0.7 + (0.3 * place) / pixels.length);
    return Math.round((black + ((white - black) * value) / 255) * shade);
  });
  return { width, height, pixels: lit };
}

/** Noise of a bell's shape, from four dice. */
function grain({ width, height, pixels }: GreyImage, deviation: number, random: Random): GreyImage {
  if (deviation === 0) return { width, height, pixels };
  let state = random.integer(1, 2 ** 31 - 1);
  const dice = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
  const scale = deviation * Math.sqrt(3);
  const noisy = pixels.map((value) =>
    Math.round(Math.min(255, Math.max(0, value + (dice() + dice() + dice() + dice()) * scale))),
  );
  return { width, height, pixels: noisy };
}
