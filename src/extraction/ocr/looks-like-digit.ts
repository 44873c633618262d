/** What OCR takes the digits of a figure or a date for, each with the digit that it stands for. */
export const LOOKS_LIKE_DIGIT: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  Q: '0',
  l: '1',
  I: '1',
  i: '1',
  '|': '1',
  Z: '2',
  S: '5',
  s: '5',
  B: '8',
};
