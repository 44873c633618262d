import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aLongStatement, aSample } from '../support/a-statement.ts';
import { encryptedPdf } from '../support/hostile/encrypted-pdf.ts';
import { type Desk, makeDesk } from './command.ts';

let desk: Desk;

beforeEach(async () => {
  desk = await makeDesk();
});
afterEach(() => desk.remove());

test('a statement becomes a workbook beside it, with nothing set up and nothing left behind', async () => {
  const { pdf, truth } = aSample('statement');
  await writeFile(desk.at('January.pdf'), pdf);
  const { exitCode, stdout, stderr } = await desk.convert(['January.pdf']);

  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: 'Uploading…\nReading…\nWriting…\n' });
  const rows = truth.transactions.length;
  expect(stdout).toMatch(new RegExp(`^January\\.xlsx: ${rows} rows from 1 statement$`, 'm'));
  expect(stdout).toMatch(new RegExp(`^  Account +.*${truth.account.slice(-4)}$`, 'm'));
  expect(stdout).toMatch(/^  Period +\d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d$/m);
  expect(stdout).toMatch(new RegExp(`^  Currency +${truth.currency}$`, 'm'));
  expect(stdout).toMatch(new RegExp(`^  Rows +${rows}$`, 'm'));
  expect(stdout.replaceAll(',', '')).toMatch(new RegExp(`^  Opening balance +${truth.opening_balance}$`, 'm'));
  expect(stdout.replaceAll(',', '')).toMatch(new RegExp(`^  Closing balance +${truth.closing_balance}$`, 'm'));
  expect(stdout).toMatch(/^  Reconciles +yes/m);

  expect(await desk.files()).toEqual(['January.pdf', 'January.xlsx']);
  expect((await readFile(desk.at('January.xlsx'))).subarray(0, 2).toString()).toBe('PK');
  expect(await desk.forgotten()).toEqual([]);
});

test('a statement that does not add up is converted all the same, and its reader is warned where to look', async () => {
  await copyFile('samples/does-not-add-up.pdf', desk.at('statement.pdf'));
  const { exitCode, stdout } = await desk.convert(['statement.pdf', '-o', 'rows.csv']);

  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^  Reconciles +NO: /m);
  expect(stdout).toMatch(/^    Row \d+ \(page \d+, .*\): The printed balance does not follow/m);
  expect(await readFile(desk.at('rows.csv'), 'utf8')).toContain('balance_mismatch');
  expect(await desk.forgotten()).toEqual([]);
});

test('what cannot be read is said in one sentence, and an older workbook stays as it was', async () => {
  await writeFile(desk.at('locked.pdf'), await encryptedPdf('secret', 'aes'));
  await writeFile(desk.at('locked.xlsx'), 'of last month');
  const { exitCode, stdout, stderr } = await desk.convert(['locked.pdf']);

  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
  expect(stderr.split('\n').slice(0, -1)).toEqual([
    'Uploading…',
    'Reading…',
    expect.stringMatching(/^locked\.pdf could not be converted\. .*password.*\.$/),
  ]);
  expect(await readFile(desk.at('locked.xlsx'), 'utf8')).toBe('of last month');
  expect(await desk.files()).toEqual(['locked.pdf', 'locked.xlsx']);
  expect(await desk.forgotten()).toEqual([]);
});

test('a locked statement is converted with its password', async () => {
  await writeFile(desk.at('locked.pdf'), await encryptedPdf('secret', 'aes'));
  const { exitCode, stdout } = await desk.convert(['locked.pdf', '--password', 'secret']);

  expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: expect.stringMatching(/^locked\.xlsx: 3 rows/) });
  expect(await desk.forgotten()).toEqual([]);
});

test('Ctrl-C in the middle leaves no file, no folder and no process', async () => {
  await writeFile(desk.at('statement.pdf'), aLongStatement(400));
  const { exitCode, stdout, stderr } = await desk.convert(['statement.pdf'], (soFar, interrupt) => {
    // More than once: npm passes on what the terminal has sent already.
    if (soFar.includes('Reading')) interrupt();
  });

  expect({ exitCode, stdout, stderr }).toEqual({
    exitCode: 130,
    stdout: '',
    stderr: 'Uploading…\nReading…\nStopped.\n',
  });
  expect(await desk.files()).toEqual(['statement.pdf']);
  expect(await desk.forgotten()).toEqual([]);
});

test('what can be known before the work begins is said at once', async () => {
  const missing = await desk.convert(['missing.pdf']);
  expect(missing).toEqual({ exitCode: 1, stdout: '', stderr: 'There is no file missing.pdf.\n' });
  const misused = await desk.convert([]);
  expect(misused).toEqual({ exitCode: 2, stdout: '', stderr: expect.stringMatching(/^Which statement\?.*--help$/ms) });
  const help = await desk.convert(['--help']);
  expect(help).toEqual({ exitCode: 0, stdout: expect.stringMatching(/^Usage: /), stderr: '' });
});
