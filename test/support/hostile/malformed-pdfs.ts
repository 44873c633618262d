import { Buffer } from 'node:buffer';
import { PdfObjects } from '../statements/pdf/pdf-objects.ts';

/** A page tree whose node is its own child. */
export function circularPageTree(): Uint8Array {
  const objects = new PdfObjects();
  const catalog = objects.reserve();
  const tree = objects.reserve();
  objects.set(tree, `<< /Type /Pages /Count 3 /Kids [${tree} 0 R ${tree} 0 R] /Parent ${tree} 0 R >>`);
  objects.set(catalog, `<< /Type /Catalog /Pages ${tree} 0 R >>`);
  return objects.toBytes(catalog);
}

/** One page that claims to be a million. */
export function pageCountOfAMillion(): Uint8Array {
  return onePage('', { count: 1_000_000 });
}

/** A form that draws itself. */
export function circularForm(): Uint8Array {
  const objects = new PdfObjects();
  const form = objects.reserve();
  const content = '/Again Do';
  const resources = `/Resources << /XObject << /Again ${form} 0 R >> >>`;
  objects.set(
    form,
    `<< /Type /XObject /Subtype /Form /BBox [0 0 100 100] ${resources} /Length ${content.length} >>\nstream\n${content}\nendstream`,
  );
  return onePage(content, { objects, resources });
}

/** Arrays within arrays, for readers that recurse. */
export function deepNesting(): Uint8Array {
  const depth = 100_000;
  return onePage('', { entries: `/Nested ${'['.repeat(depth)}${']'.repeat(depth)}` });
}

/** A cross-reference table that names itself as the one before it. */
export function endlessXref(): Uint8Array {
  const text = Buffer.from(onePage('')).toString('latin1');
  const start = text.lastIndexOf('xref\n0');
  return Buffer.from(text.replace('/Root', `/Prev ${start} /Root`), 'latin1');
}

/** A document of one page with the given content stream and, in its dictionary, the given entries. */
export function onePage(
  content: string,
  {
    objects = new PdfObjects(),
    count = 1,
    resources = '',
    entries = '',
  }: { objects?: PdfObjects; count?: number; resources?: string; entries?: string } = {},
): Uint8Array {
  const stream = objects.addStream(Buffer.from(content, 'latin1'));
  return pageAround(stream, objects, { count, resources, entries });
}

/** A document of one page that shows a content stream already among the objects. */
export function pageAround(
  stream: number,
  objects: PdfObjects,
  { count, resources, entries }: { count: number; resources: string; entries: string },
): Uint8Array {
  const catalog = objects.reserve();
  const tree = objects.reserve();
  const page = objects.add(
    `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 595 842] ${resources} ${entries} /Contents ${stream} 0 R >>`,
  );
  objects.set(tree, `<< /Type /Pages /Count ${count} /Kids [${page} 0 R] >>`);
  objects.set(catalog, `<< /Type /Catalog /Pages ${tree} 0 R >>`);
  return objects.toBytes(catalog);
}
