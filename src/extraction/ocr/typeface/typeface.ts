import { distance, innerDistance } from './distance.ts';
import { type Ink, ROWS, type Run } from './ink.ts';

/** How a letter looks in a document: the mean of those that look alike. */
export type Form = Ink & { text: string; samples: number };
/** What a part of a word most likely is, how far it is from that letter's form, and how far from any other's. */
export type Letter = { text: string; apart: number; other: number };
/** The forms of a document's letters, each at least twice seen, and how wide its digits are, in pixels. */
export type Typeface = { forms: readonly Form[]; digitWidth: number };

/** Forms of one letter that differ by more are kept apart: sizes, and what is bold. */
const ALIKE = 0.22;
/** What differs by more is no such letter. */
const NONE = 0.5;
/** In pixels. */
const WIDTHS_DIFFER = 4;
/** Fewer than this share of a letter's forms, or than this share of another letter's that looks the same, are misread. */
const RARE = 0.04;
const CONTRADICTED = { share: 1 / 3, apart: 0.08 };
/** Digits are as wide as each other, but for ones; two that touch are wider, and half a digit is narrower. */
const DIGIT_WIDTHS = { least: 0.72, most: 1.3 };
/** What a sign is read as whose digit is lost. */
const NO_LETTER = /[&@]/;

/** Forms of letters from those that were read for sure, each with its text. */
export function learnForms(letters: readonly { text: string; ink: Ink }[]): Form[] {
  const forms: (Form & { sum: Float64Array })[] = [];
  for (const { text, ink } of letters) {
    if (NO_LETTER.test(text)) continue;
    const [near] = forms
      .filter((form) => form.text === text && Math.abs(form.width - ink.width) < WIDTHS_DIFFER)
      .map((form) => ({ form, apart: distance(form, ink, 1) }))
      .toSorted((a, b) => a.apart - b.apart);
    if (near !== undefined && near.apart <= ALIKE) add(near.form, ink);
    else forms.push({ text, ...ink, samples: 1, sum: Float64Array.from(ink.dark) });
  }
  return forms;
}

function add(form: Form & { sum: Float64Array }, { width, dark }: Ink): void {
  form.samples++;
  const shift = Math.round((form.width - width) / 2);
  for (let row = 0; row < ROWS; row++) {
    for (let x = 0; x < width; x++) {
      const own = x + shift;
      if (own < 0 || own >= form.width) continue;
      const at = row * form.width + own;
      form.sum[at] = (form.sum[at] ?? 0) + (dark[row * width + x] ?? 0);
    }
  }
  form.dark = Uint8Array.from(form.sum, (sum) => sum / form.samples);
}

/** The forms that are believed. */
export function makeTypeface(forms: readonly Form[]): Typeface {
  const repeated = forms.filter(({ samples }) => samples > 1);
  const widths = repeated
    .filter(({ text }) => isDigit(text))
    .flatMap(({ width, samples }) => Array.from({ length: samples }, () => width))
    .toSorted((a, b) => a - b);
  const digitWidth = widths[widths.length >> 1] ?? Infinity;
  const likely = repeated.filter(({ text, width, samples }) => {
    const all = forms.filter((form) => form.text === text).reduce((sum, form) => sum + form.samples, 0);
    const isWhole = text === '1' || width >= DIGIT_WIDTHS.least * digitWidth;
    return samples >= RARE * all && (!isDigit(text) || (isWhole && width <= DIGIT_WIDTHS.most * digitWidth));
  });
  const isContradicted = (form: Form) =>
    likely.some(
      (other) =>
        other.text !== form.text &&
        form.samples < CONTRADICTED.share * other.samples &&
        Math.abs(other.width - form.width) < WIDTHS_DIFFER &&
        distance(other, form, 1) < CONTRADICTED.apart,
    );
  return { forms: likely.filter((form) => !isContradicted(form)), digitWidth };
}

const isDigit = (text: string): boolean => /^\d$/.test(text);

/** The letter that stands alone. */
export function nearestLetter(ink: Ink, { forms }: Typeface): Letter {
  return nearest(forms, (form, most) =>
    Math.abs(form.width - ink.width) > WIDTHS_DIFFER ? most : distance(form, ink, most),
  );
}

/** The letter in a part of a word that touches others, with which it may share so many columns. */
export function nearestWithin(word: Ink, { from, to }: Run, { forms }: Typeface, shared: number): Letter {
  return nearest(forms, (form, most) => {
    const room = to - from - form.width;
    if (Math.abs(room) > WIDTHS_DIFFER) return most;
    const margin = Math.min(shared, form.width >> 2);
    const middle = from + Math.round(room / 2);
    const places = [-2, -1, 0, 1, 2].map((aside) => innerDistance(word, middle + aside, form, margin));
    return Math.min(most, ...places);
  });
}

function nearest(forms: readonly Form[], apart: (form: Form, most: number) => number): Letter {
  const best = new Map<string, number>();
  for (const form of forms) {
    const most = best.get(form.text) ?? NONE;
    best.set(form.text, Math.min(most, apart(form, most)));
  }
  const [first, second] = [...best].filter(([, own]) => own < NONE).toSorted(([, one], [, other]) => one - other);
  return { text: first?.[0] ?? '?', apart: first?.[1] ?? 1, other: second?.[1] ?? 1 };
}
