/** A JPEG and what its header says of it. */
export type Jpeg = { bytes: Uint8Array; width: number; height: number; components: number };

const COLOR_SPACES: Record<number, string> = { 1: '/DeviceGray', 3: '/DeviceRGB', 4: '/DeviceCMYK' };

/**
 * A PDF with one JPEG a page, `pointsPerPixel` large: PDFium has the decoder that JPEGs in scans go through anyway, and
 * a lone JPEG is read by it too (ISO 32000-1, 7.4.8 and 8.9.5).
 */
export function picturePdf(jpegs: readonly Jpeg[], pointsPerPixel: number): Uint8Array {
  const parts: Buffer[] = [];
  const offsets: number[] = [];
  let length = 0;
  const write = (...pieces: (string | Uint8Array)[]) => {
    for (const piece of pieces) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece, 'latin1') : Buffer.from(piece);
      parts.push(bytes);
      length += bytes.length;
    }
  };
  const object = (number: number, ...pieces: (string | Uint8Array)[]) => {
    offsets[number] = length;
    write(`${number} 0 obj\n`, ...pieces, '\nendobj\n');
  };

  write('%PDF-1.4\n');
  const kids = jpegs.map((_, index) => `${3 + index * 3} 0 R`);
  object(1, '<< /Type /Catalog /Pages 2 0 R >>');
  object(2, `<< /Type /Pages /Count ${jpegs.length} /Kids [${kids.join(' ')}] >>`);
  jpegs.forEach(({ bytes, width, height, components }, index) => {
    const page = 3 + index * 3;
    const size = `${(width * pointsPerPixel).toFixed(3)} ${(height * pointsPerPixel).toFixed(3)}`;
    const content = `q ${size.replace(' ', ' 0 0 ')} 0 0 cm /Picture Do Q`;
    const picture = `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 8`;
    // Programs that write four colours write them inverted (Adobe, Technical Note 5116).
    const inverted = components === 4 ? ' /Decode [1 0 1 0 1 0 1 0]' : '';
    object(
      page,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${size}] /Contents ${page + 1} 0 R`,
      ` /Resources << /XObject << /Picture ${page + 2} 0 R >> >> >>`,
    );
    object(page + 1, `<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
    object(
      page + 2,
      `${picture} /ColorSpace ${COLOR_SPACES[components] ?? '/DeviceRGB'}${inverted}`,
      ` /Filter /DCTDecode /Length ${bytes.length} >>\nstream\n`,
      bytes,
      '\nendstream',
    );
  });
  const start = length;
  const count = 3 + jpegs.length * 3;
  write(`xref\n0 ${count}\n0000000000 65535 f \n`);
  for (let number = 1; number < count; number++) write(`${String(offsets[number]).padStart(10, '0')} 00000 n \n`);
  write(`trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
  return Buffer.concat(parts);
}
