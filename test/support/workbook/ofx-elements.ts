import { XMLParser } from 'fast-xml-parser';

/** Every element of that name, as its text or its children's names and texts, in order. */
export const ofxElements = (ofx: string, name: string): [string, string][][] => {
  const found: [string, string][][] = [];
  const walk = (nodes: OrderedNode[]): void => {
    for (const node of nodes) {
      const [tag = '', children] = Object.entries(node)[0] ?? [];
      if (!Array.isArray(children)) continue;
      if (tag === name) found.push(children.map(namedText));
      walk(children);
    }
  };
  walk(parser.parse(ofx) as OrderedNode[]);
  return found;
};

type OrderedNode = { [tag: string]: OrderedNode[] | string };
const parser = new XMLParser({
  preserveOrder: true,
  parseTagValue: false,
  processEntities: { enabled: true, maxTotalExpansions: Infinity, maxExpandedLength: Infinity },
});
const namedText = (node: OrderedNode): [string, string] => {
  const [tag = '', children] = Object.entries(node)[0] ?? [];
  const text = Array.isArray(children) ? children[0]?.['#text'] : undefined;
  return [tag, typeof text === 'string' ? text : ''];
};
