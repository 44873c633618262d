/** What the server takes as a name: no slashes, no control characters, nothing that turns text round, no lone dots. */
const REFUSED = /[\p{Cc}\p{Cs}\p{Bidi_Control}/\\]/gu;
const LONGEST = 255;

/** The name without what the server would refuse, shortened in its middle; its ending stays. Never empty. */
export function cleanFilename(name: string): string {
  const characters = [...name.replace(REFUSED, '')];
  const clean =
    characters.length <= LONGEST
      ? characters.join('')
      : [...characters.slice(0, LONGEST - 21), '…', ...characters.slice(-20)].join('');
  return /^[. ]*$/.test(clean) ? 'statement' : clean;
}
