import { spawnSync } from 'node:child_process';

/** What `pdftotext -bbox` costs on the same files, or null where it is not installed. */
export function pdftotextCpuSeconds(files: string[]): number | null {
  if (spawnSync('pdftotext', ['-v']).error) return null;
  // The shell's `times` reports what its children used: user and system, each as 0m0.123s.
  const script = 'for file; do pdftotext -bbox "$file" /dev/null; done; times';
  const { stdout } = spawnSync('bash', ['-c', script, 'bash', ...files], { encoding: 'utf8' });
  const children = stdout.trim().split('\n').at(-1) ?? '';
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
}
