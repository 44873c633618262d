import { Buffer } from 'node:buffer';

/** The CMap by which a reader gets from character codes back to text (ISO 32000-1, 9.10.3). */
export function toUnicodeMap(entries: readonly [code: number, character: string][], digits: 2 | 4): Uint8Array {
  const hex = (value: number, width: number) => `<${value.toString(16).padStart(width, '0')}>`;
  const lines = entries.map(([code, character]) => `${hex(code, digits)} ${hex(character.charCodeAt(0), 4)}`);
  // A section holds at most 100 entries.
  const sections = Array.from({ length: Math.ceil(lines.length / 100) }, (_, index) =>
    lines.slice(index * 100, index * 100 + 100),
  );
  return Buffer.from(
    [
      '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
      '/CMapName /ToText def /CMapType 2 def',
      `1 begincodespacerange ${hex(0, digits)} <${'f'.repeat(digits)}> endcodespacerange`,
      ...sections.map((section) => `${section.length} beginbfchar\n${section.join('\n')}\nendbfchar`),
      'endcmap end end',
    ].join('\n'),
    'latin1',
  );
}
