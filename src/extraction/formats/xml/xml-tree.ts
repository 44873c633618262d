import { walkXml } from './walk-xml.ts';

export type XmlElement = {
  /** Without its prefix. */
  name: string;
  text: string;
  currency: string | null;
  children: XmlElement[];
};

/**
 * A document as a tree. Of attributes only `Ccy` is kept.
 *
 * @throws {ExtractionError} `damaged_file`
 */
export function readXmlTree(xml: string): XmlElement {
  const root: XmlElement = { name: '', text: '', currency: null, children: [] };
  const open = [root];
  walkXml(xml, {
    open(name, attribute) {
      const element: XmlElement = { name, text: '', currency: attribute('Ccy'), children: [] };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    text(text) {
      const current = open.at(-1);
      if (current !== undefined) current.text += text;
    },
    close() {
      open.pop();
    },
  });
  return root;
}

/** The first element that the path leads to: `at(entry, 'BookgDt', 'Dt')`. */
export function at(element: XmlElement | null, ...path: string[]): XmlElement | null {
  let current = element;
  for (const name of path) current = current?.children.find((child) => child.name === name) ?? null;
  return current;
}

/** The text that the path leads to, without white space around it; empty where it leads nowhere. */
export function textAt(element: XmlElement | null, ...path: string[]): string {
  return at(element, ...path)?.text.trim() ?? '';
}

/** All children of that name. */
export function allAt(element: XmlElement | null, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** All elements of these names, however deep, in the order of the document. */
export function descendants(root: XmlElement, names: ReadonlySet<string>): XmlElement[] {
  return root.children.flatMap((child) => (names.has(child.name) ? [child] : descendants(child, names)));
}
