import { Buffer } from 'node:buffer';

/** The numbered objects of a PDF file and its cross-reference table (ISO 32000-1, 7.5). */
export class PdfObjects {
  readonly #bodies: Uint8Array[] = [];

  /** A number for an object whose body comes later. */
  reserve(): number {
    return this.#bodies.push(new Uint8Array());
  }

  set(number: number, body: string | Uint8Array): void {
    this.#bodies[number - 1] = typeof body === 'string' ? Buffer.from(body, 'latin1') : body;
  }

  add(body: string | Uint8Array): number {
    const number = this.reserve();
    this.set(number, body);
    return number;
  }

  addStream(data: Uint8Array, entries = ''): number {
    const head = Buffer.from(`<< /Length ${data.length} ${entries} >>\nstream\n`, 'latin1');
    return this.add(Buffer.concat([head, data, Buffer.from('\nendstream', 'latin1')]));
  }

  toBytes(catalog: number): Uint8Array {
    const parts: Uint8Array[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
    let offset = parts[0]?.length ?? 0;
    const put = (part: Uint8Array) => {
      parts.push(part);
      offset += part.length;
    };
    const offsets = this.#bodies.map((body, index) => {
      const start = offset;
      put(Buffer.from(`${index + 1} 0 obj\n`, 'latin1'));
      put(body);
      put(Buffer.from('\nendobj\n', 'latin1'));
      return start;
    });
    const table = offsets.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
    const size = this.#bodies.length + 1;
    put(
      Buffer.from(
        `xref\n0 ${size}\n0000000000 65535 f \n${table}` +
          `trailer\n<< /Size ${size} /Root ${catalog} 0 R >>\nstartxref\n${offset}\n%%EOF\n`,
        'latin1',
      ),
    );
    return Buffer.concat(parts);
  }
}
