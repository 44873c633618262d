import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import packed, { inflate } from '@sparticuz/chromium';
import type { TestProject } from 'vitest/node';

/** A browser, and what its process must find in its environment. */
type Chromium = { path: string; environment: Record<string, string> };

declare module 'vitest' {
  interface ProvidedContext {
    chromium: Chromium;
  }
}

/**
 * Finds the browser once for the whole run: the one that `CHROMIUM_PATH` names, Debian's, or the one that comes with the
 * packages (x64). A run without a browser fails: nothing of the page would have been tested.
 */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'excellent-banking-chromium-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const chromium = await findChromium(folder);
    mustStart(chromium);
    project.provide('chromium', chromium);
  } catch (error) {
    remove();
    throw error;
  }
  return remove;
}

const DEBIAN = '/usr/bin/chromium';

/** The browser that `CHROMIUM_PATH` names, Debian's, or the one of the packages, unpacked into the folder. */
export async function findChromium(folder: string): Promise<Chromium> {
  const named = process.env['CHROMIUM_PATH'] ?? (existsSync(DEBIAN) ? DEBIAN : undefined);
  if (named !== undefined) return { path: named, environment: {} };
  const before = process.env['TMPDIR'];
  // The package unpacks where temporary files go, and takes what it finds there for its own.
  process.env['TMPDIR'] = folder;
  try {
    const path = await packed.executablePath();
    // A few shared libraries come along that a bare machine lacks.
    await inflate(join(import.meta.dirname, '../../node_modules/@sparticuz/chromium/bin/al2023.tar.br'));
    const environment = { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_PATH: join(folder, 'fonts') };
    return { path, environment };
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

function mustStart({ path, environment }: Chromium): void {
  const { stdout, stderr } = spawnSync(path, ['--version'], {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
  if (!/Chrom/.test(stdout)) throw new Error(`No browser to test the page in: ${path} does not start.\n${stderr}`);
}
