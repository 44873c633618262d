/** `npm run samples`: writes samples/*.pdf, and what is in each to test/extraction/golden. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { composeSamples } from './samples.ts';

const pdfFolder = new URL('../../../samples/', import.meta.url);
const goldenFolder = new URL('../../extraction/golden/', import.meta.url);

mkdirSync(pdfFolder, { recursive: true });
mkdirSync(goldenFolder, { recursive: true });
for (const { name, pdf, truth } of await composeSamples()) {
  writeFileSync(new URL(`${name}.pdf`, pdfFolder), pdf);
  writeFileSync(new URL(`${name}.expected.json`, goldenFolder), `${JSON.stringify(truth, null, 2)}\n`);
  console.log(`samples/${name}.pdf`);
}
