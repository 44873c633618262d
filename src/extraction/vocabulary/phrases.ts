/** A list of phrases, written with commas between them over as many lines as are good to read. */
export function phrases([text = '']: TemplateStringsArray): string[] {
  return text
    .split(/[,\n]/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
}
