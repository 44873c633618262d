import { Parser } from 'saxen';
import { ExtractionError } from '../../extraction-error.ts';

export type XmlVisitor = {
  /** `name` is without its prefix. */
  open(name: string, attribute: (name: string) => string | null): void;
  text(text: string): void;
  close(name: string): void;
};

/** No format that is read nests as deep. */
const MOST_DEPTH = 64;

/**
 * Goes through a document in its order. Entities that the document itself declares are left as they stand, so that none
 * can grow; names lose their prefix.
 *
 * @throws {ExtractionError} `damaged_file` where it is not well formed, or is nested without end
 */
export function walkXml(xml: string, visitor: XmlVisitor): void {
  const parser = new Parser();
  let depth = 0;
  const fail = (cause?: Error): never => {
    throw new ExtractionError('damaged_file', 'The file is damaged: its XML cannot be read. Download it again.', {
      cause,
    });
  };
  parser.on('error', fail);
  parser.on('openTag', (name, attributes, decode) => {
    depth += 1;
    if (depth > MOST_DEPTH) fail();
    visitor.open(localName(name), (wanted) => {
      const found = Object.entries(attributes()).find(([key]) => localName(key) === wanted);
      return found === undefined ? null : decode(found[1]);
    });
  });
  parser.on('text', (text, decode) => visitor.text(decode(text)));
  parser.on('cdata', (text) => visitor.text(text));
  parser.on('closeTag', (name) => {
    depth -= 1;
    visitor.close(localName(name));
  });
  const error = parser.parse(xml);
  if (error !== null || depth !== 0) fail(error ?? undefined);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
