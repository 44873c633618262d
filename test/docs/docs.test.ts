import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { VARIABLES } from '../../src/config.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const pages = ['README.md', 'CONTRIBUTING.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)].filter(
  (path) => path.endsWith('.md'),
);

describe.each(pages)('%s', (page) => {
  const text = read(page);

  test('leads only to places that exist', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)(?:#([^)]*))?\)/g)];
    const missing = links.filter(([, path = '', anchor]) => {
      const target = join(dirname(page), path);
      return !existsSync(join(root, target)) || (anchor !== undefined && !anchorsOf(read(target)).includes(anchor));
    });
    expect(missing.map(([link]) => link)).toEqual([]);
  });

  test('names only commands that exist', () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'));
    const named = [...text.matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, name]) => name ?? '');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  test('names only files of the source that exist', () => {
    const named = [...text.matchAll(/`((?:src|rest|test)\/[\w./-]+)`/g)].map(([, path]) => path ?? '');
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

/** What GitHub calls a heading in a link. */
const anchorsOf = (text: string): string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  );

test('every variable of the environment is documented, and no other', () => {
  const cells = [...read('docs/configuration.md').matchAll(/^\| ((?:`[A-Z][A-Z\d_]+`(?:, )?)+) *\|/gm)];
  const documented = cells.flatMap(([, cell = '']) => cell.match(/[A-Z][A-Z\d_]+/g) ?? []);
  expect(VARIABLES.length).toBeGreaterThan(20);
  expect(documented.toSorted()).toEqual(VARIABLES.toSorted());
});
