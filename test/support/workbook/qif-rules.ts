/**
 * The rules of the Quicken Interchange Format for accounts of money, as Quicken's own description has them: a header
 * says what follows; a record is a line a field, the field's letter first, and `^` ends it.
 */
const SECTIONS: Record<string, { required: string; known: string }> = {
  '!Account': { required: 'NT', known: 'NTDLX/$B' },
  '!Type:Bank': { required: 'DT', known: 'DTUCNPMALSE$' },
  '!Type:CCard': { required: 'DT', known: 'DTUCNPMALSE$' },
};

const VALUES: Record<string, RegExp> = {
  '!Account T': /^(Bank|CCard)$/,
  '!Type:Bank D': /^(0[1-9]|1[0-2])\/(0[1-9]|[12]\d|3[01])\/\d{4}$/,
  '!Type:Bank T': /^-?\d+(\.\d+)?$/,
};

/** Whatever in a file breaks a rule, in words. */
export const brokenQifRules = (qif: string): string[] => {
  const broken: string[] = [];
  if (/\p{Cc}/u.test(qif.replaceAll('\r\n', ''))) broken.push('a control character in a line');
  if (qif !== '' && !qif.endsWith('\r\n')) broken.push('a last line without an end');
  let section = '';
  let letters = '';
  for (const line of qif.split('\r\n').slice(0, -1)) {
    const letter = line.charAt(0);
    if (letter === '!') {
      if (letters !== '') broken.push(`a record that does not end before ${line}`);
      if (!(line in SECTIONS)) broken.push(`${line} is not known`);
      section = line;
    } else if (letter === '^') {
      const missing = [...(SECTIONS[section]?.required ?? '')].filter((each) => !letters.includes(each));
      if (line !== '^' || missing.length > 0) broken.push(`a record of ${section} without ${missing.join('')}`);
      letters = '';
    } else {
      const values = VALUES[`${section.replace('CCard', 'Bank')} ${letter}`];
      if (letter === '' || !SECTIONS[section]?.known.includes(letter)) broken.push(`${section} has no field ${letter}`);
      if (letters.includes(letter)) broken.push(`${letter} twice in a record`);
      if (line.length < 2 || values?.test(line.slice(1)) === false)
        broken.push(`${letter} may not be ${line.slice(1)}`);
      letters += letter;
    }
  }
  if (letters !== '') broken.push('a record that does not end');
  return broken;
};
