import { describe, expect, test } from 'vitest';
import { interpret } from '../../../src/extraction/interpret.ts';
import { proveAnswer } from '../../../src/extraction/second-reader/prove-answer.ts';
import { findUnproven } from '../../../src/extraction/second-reader/unproven.ts';
import { printPage } from '../support/print-line.ts';

/** A statement that names its balances in words that nobody here knows: nothing says where it began. */
const LINES = printPage(`
Bank of Nowhere             Konto 0123456789
Statement period 01/01/2026 - 31/01/2026
Fonds initial                                        1,000.00
Dato            Vad                      Summa         Stand
02/01/2026      KAFFE HUS                 12.50        987.50
15/01/2026      LOHN ACME                500.00      1,487.50
                REF 77-12
20/01/2026      MIETE                    700.00        787.50
Fonds terminal                                         787.50`);

type Answer = {
  rows: {
    date: string;
    date_at: number[];
    amount: string;
    amount_at: number[];
    balance: string | null;
    balance_at: number[] | null;
    lines: number[];
  }[];
  balances: { kind: string; at: number[] }[];
};
const row = (line: number, date: string, amount: string, balance: string, words: number[], lines = [line]) => ({
  date,
  date_at: [line, 0],
  amount,
  amount_at: [line, words[0] ?? 0],
  balance,
  balance_at: [line, words[1] ?? 0],
  lines,
});
const truth = (): Answer => ({
  rows: [
    row(4, '2026-01-02', '-12.50', '987.50', [3, 4]),
    row(5, '2026-01-15', '500.00', '1487.50', [3, 4], [5, 6]),
    row(7, '2026-01-20', '-700.00', '787.50', [2, 3]),
  ],
  balances: [
    { kind: 'opening', at: [2, 2] },
    { kind: 'closing', at: [8, 2] },
  ],
});
/** The truth, but for what a model gets wrong. */
const told = (change: (answer: Answer) => void): string => {
  const answer = truth();
  change(answer);
  return JSON.stringify(answer);
};
const first = (answer: Answer): Answer['rows'][number] => {
  const [row] = answer.rows;
  if (row === undefined) throw new Error('There are rows');
  return row;
};

describe('a statement that names its balances in unknown words', () => {
  test('is not proven by itself, and is asked about without the numbers of accounts', () => {
    const interpretation = interpret(LINES);
    expect(interpretation.statements).toMatchObject([{ reconciled: null, openingBalance: null }]);
    const question = findUnproven(interpretation, 1)?.question ?? '';
    expect(question).toContain('5: 0@0-50 15/01/2026 | 1@80-100 LOHN | 2@105-125 ACME | 3@205-235 500.00');
    expect(question).toContain('Konto | 4@170-220 ##########');
    expect(question).not.toContain('0123456789');
  });

  test('is not asked about where it has more pages than may be shown', () => {
    expect(findUnproven(interpret([...LINES, ...printPage('Annex', 2)]), 1)).toBeNull();
  });

  test('is proven where a second reader points at the balances and at every row', () => {
    const improvement = proveAnswer(LINES, JSON.stringify(truth()));
    expect(improvement?.statements).toMatchObject([
      {
        reconciled: true,
        bank: 'Bank of Nowhere',
        openingBalance: '1000.00',
        closingBalance: '787.50',
        transactions: [
          { date: '2026-01-02', amount: '-12.50', description: 'KAFFE HUS' },
          { date: '2026-01-15', amount: '500.00', description: 'LOHN ACME\nREF 77-12' },
          { date: '2026-01-20', amount: '-700.00', description: 'MIETE' },
        ],
      },
    ]);
    const [statement] = improvement?.statements ?? [];
    expect(statement?.checks).toContainEqual({ name: 'read_by_model', ok: true, expected: '9', found: '9' });
    for (const { flags, confidence } of statement?.transactions ?? []) {
      expect(flags).toEqual(['read_by_model']);
      expect(confidence).toBe(0.9);
    }
    expect(improvement?.added).toEqual([
      'The statement was read by a language model: its 3 rows were found by it, their figures are as printed and add up.',
    ]);
  });

  test('is found where nothing but a second reader sees a table', () => {
    const lines = printPage(`
Bank of Nowhere
Statement period 01/01/2026 - 31/01/2026
Fonds initial                                        1,000.00
02/01/2026      KAFFE HUS                -12.50        987.50
Fonds terminal                                         987.50`);
    expect(interpret(lines).statements).toEqual([]);
    const rows = [row(3, '2026-01-02', '-12.50', '987.50', [3, 4])];
    const balances = [{ kind: 'opening', at: [2, 2] }];
    expect(proveAnswer(lines, JSON.stringify({ rows, balances }))?.statements).toMatchObject([{ reconciled: true }]);
  });

  test('is proven by an answer that is wrapped in talk', () => {
    const text = `Of course!\n\`\`\`json\n${JSON.stringify(truth())}\n\`\`\``;
    expect(proveAnswer(LINES, text)?.statements[0]?.reconciled).toBe(true);
  });
});

describe('a second reader is not believed', () => {
  test.each([
    ['that says nothing', ''],
    ['that talks', 'I am sorry, I cannot help with bank statements.'],
    ['that breaks off', JSON.stringify(truth()).slice(0, -40)],
    ['that answers in another shape', '{"transactions": []}'],
    ['that sends null', 'null'],
    ['that finds no rows', told((answer) => (answer.rows = []))],
    ['that answers with rows of nothing', '{"rows": [null], "balances": []}'],
    ['that points at no word', told((answer) => (first(answer).amount_at = [4, 99]))],
    ['that points beyond the document', told((answer) => (first(answer).amount_at = [4_000_000, 1]))],
    ['that points below zero', told((answer) => (first(answer).amount_at = [-1, 1]))],
    ['that points at a word that is no figure', told((answer) => (first(answer).amount_at = [4, 1]))],
    ['that points at a word that is no date', told((answer) => (first(answer).date_at = [4, 1]))],
    ['that claims lines there are none of', told((answer) => first(answer).lines.push(77))],
    ['that gives one line to two rows', told((answer) => first(answer).lines.push(5))],
    ['that makes an amount up', told((answer) => (first(answer).amount = '-12.51'))],
    ['that makes a date up', told((answer) => (first(answer).date = '2026-01-03'))],
    ['that makes a balance up', told((answer) => (first(answer).balance = '987.51'))],
    ['that hides a balance', told((answer) => Object.assign(first(answer), { balance: null, balance_at: null }))],
    ['that takes money out for money in', told((answer) => (first(answer).amount = '12.50'))],
    ['that takes the balance for the amount', told((answer) => (first(answer).amount_at = [4, 4]))],
    ['that leaves a row out', told((answer) => answer.rows.splice(1, 1))],
    ['that leaves the first row out', told((answer) => answer.rows.splice(0, 1))],
    ['that says a row twice', told((answer) => answer.rows.push(first(answer)))],
    ['that turns the rows round', told((answer) => (answer.rows = answer.rows.toReversed()))],
    [
      'that takes another figure for the opening balance',
      told((answer) => (answer.balances = [{ kind: 'opening', at: [8, 2] }])),
    ],
    [
      'that takes a word for the opening balance',
      told((answer) => (answer.balances = [{ kind: 'opening', at: [2, 1] }])),
    ],
    ['that knows no opening balance', told((answer) => (answer.balances = []))],
    ['that invents kinds of balances', told((answer) => answer.balances.push({ kind: 'favourite', at: [2, 2] }))],
  ])('%s', (_, text) => {
    expect(proveAnswer(LINES, text)).toBeNull();
  });

  test('that leaves out two rows which cancel each other', () => {
    const lines = printPage(`
Bank of Nowhere
Statement period 01/01/2026 - 31/01/2026
Fonds initial                                        1,000.00
02/01/2026      KAFFE HUS                -12.50
03/01/2026      KAFFE HUS                -40.00
03/01/2026      KAFFE RETUR               40.00
20/01/2026      MIETE                   -700.00
Fonds terminal                                         287.50`);
    const signed = (line: number, date: string, amount: string, word: number) => ({
      ...row(line, date, amount, '', [word]),
      balance: null,
      balance_at: null,
    });
    const balances = [
      { kind: 'opening', at: [2, 2] },
      { kind: 'closing', at: [7, 2] },
    ];
    const all = [
      signed(3, '2026-01-02', '-12.50', 3),
      signed(4, '2026-01-03', '-40.00', 3),
      signed(5, '2026-01-03', '40.00', 3),
      signed(6, '2026-01-20', '-700.00', 2),
    ];
    expect(proveAnswer(lines, JSON.stringify({ rows: all, balances }))?.statements).toMatchObject([
      { reconciled: true },
    ]);
    const hidden = [{ ...all[0], lines: [3, 4, 5] }, all[3]];
    for (const rows of [[all[0], all[3]], hidden]) {
      expect(proveAnswer(lines, JSON.stringify({ rows, balances }))).toBeNull();
    }
  });

  test('that signs figures of one column as it likes until the sum is right', () => {
    const lines = printPage(`
Bank of Nowhere
Statement period 01/01/2026 - 31/01/2026
Fonds initial                                          100.00
02/01/2026      KAFFE HUS                 10.00
03/01/2026      KAFFE HUS                 20.00
04/01/2026      KAFFE HUS                 30.00
Fonds terminal                                         100.00`);
    const signed = (line: number, date: string, amount: string) => ({
      ...row(line, date, amount, '', [3]),
      balance: null,
      balance_at: null,
    });
    const rows = [
      signed(3, '2026-01-02', '10.00'),
      signed(4, '2026-01-03', '20.00'),
      signed(5, '2026-01-04', '-30.00'),
    ];
    const balances = [
      { kind: 'opening', at: [2, 2] },
      { kind: 'closing', at: [6, 2] },
    ];
    expect(proveAnswer(lines, JSON.stringify({ rows, balances }))).toBeNull();
  });

  test('that points at the second of two columns of dates', () => {
    const lines = printPage(`
Bank of Nowhere
Statement period 01/01/2026 - 31/01/2026
Fonds initial                                                   1,000.00
02/01/2026      05/01/2026      KAFFE HUS                -12.50       987.50
15/01/2026      16/01/2026      LOHN                     500.00     1,487.50
Fonds terminal                                                  1,487.50`);
    const rows = [row(3, '2026-01-02', '-12.50', '987.50', [4, 5]), row(4, '2026-01-15', '500.00', '1487.50', [3, 4])];
    const balances = [
      { kind: 'opening', at: [2, 2] },
      { kind: 'closing', at: [5, 2] },
    ];
    expect(proveAnswer(lines, JSON.stringify({ rows, balances }))?.statements[0]?.reconciled).toBe(true);
    const later = ['2026-01-05', '2026-01-16'];
    const other = rows.map((one, at) => ({ ...one, date: later[at], date_at: [3 + at, 1] }));
    expect(proveAnswer(lines, JSON.stringify({ rows: other, balances }))).toBeNull();
  });
});

describe('of several statements', () => {
  const lines = printPage(`
Bank of Nowhere
Account 11112222    Statement period 01/01/2026 - 31/01/2026
Opening balance                                      1,000.00
Date            Details                 Amount        Balance
02/01/2026      COFFEE                  -12.50         987.50
15/01/2026      SALARY                  500.00       1,487.50
Closing balance                                      1,487.50
Account 33334444    Statement period 01/01/2026 - 31/01/2026
Fonds initial                                        2,000.00
Date            Details                 Amount        Balance
03/01/2026      RENT                   -700.00       1,300.00
16/01/2026      SALARY                  500.00       1,800.00
Fonds terminal                                       1,800.00`);

  test('only the one that is not proven is asked about, and the others stay', () => {
    const before = interpret(lines);
    expect(before.statements.map(({ reconciled }) => reconciled)).toEqual([true, null]);
    const question = findUnproven(before, 1)?.question ?? '';
    expect(question).toContain('RENT');
    expect(question).not.toContain('COFFEE');
    const rows = [
      row(10, '2026-01-03', '-700.00', '1300.00', [2, 3]),
      row(11, '2026-01-16', '500.00', '1800.00', [2, 3]),
    ];
    const balances = [{ kind: 'opening', at: [8, 2] }];
    const improvement = proveAnswer(lines, JSON.stringify({ rows, balances }));
    expect(improvement?.statements).toMatchObject([null, { reconciled: true, accountNumber: '33334444' }]);
    expect(improvement?.added).toEqual([
      'Statement 2 was read by a language model: its 2 rows were found by it, their figures are as printed and add up.',
    ]);
  });

  test('rows of the proven one are none of its business', () => {
    const rows = [
      row(4, '2026-01-02', '-12.50', '987.50', [2, 3]),
      row(10, '2026-01-03', '-700.00', '1300.00', [2, 3]),
      row(11, '2026-01-16', '500.00', '1800.00', [2, 3]),
    ];
    expect(proveAnswer(lines, JSON.stringify({ rows, balances: [{ kind: 'opening', at: [8, 2] }] }))).toBeNull();
  });
});
