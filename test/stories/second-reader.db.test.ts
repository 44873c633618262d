import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerHonestly, type Behaviour, sayCompletion, startModelStandIn } from '../support/model-stand-in.ts';
import { openHouse } from '../support/open-house.ts';
import type { TestApp } from '../support/test-app.ts';
import { typewriterPdf } from '../support/typewriter-pdf.ts';

/** A statement whose balances are named in words that nobody here knows: nothing says where it began. */
const UNPROVEN = typewriterPdf(`
Bank of Nowhere             Konto 0123456789
Statement period 01/01/2026 - 31/01/2026
Fonds initial                                        1,000.00
Dato            Vad                      Summa         Stand
02/01/2026      KAFFE HUS                 12.50        987.50
15/01/2026      LOHN ACME                500.00      1,487.50
20/01/2026      MIETE                    700.00        787.50
Fonds terminal                                         787.50`);
const PROVEN = typewriterPdf(`
Bank of Nowhere
Statement period 01/01/2026 - 31/01/2026
Opening balance                                      1,000.00
Date            Details                 Amount        Balance
02/01/2026      COFFEE                  -12.50         987.50
15/01/2026      SALARY                  500.00       1,487.50
Closing balance                                      1,487.50`);

const honest: Behaviour = (question, response) => sayCompletion(response, JSON.stringify(answerHonestly(question)));

/** Sums that are right, and rows that nobody printed. */
const lying: Behaviour = (question, response) => {
  const { rows, balances } = answerHonestly(question);
  const [first, ...others] = rows;
  const invented = { ...first, amount: '-512.50' };
  sayCompletion(response, JSON.stringify({ rows: [invented, ...others], balances }));
};

describe('a statement that does not prove itself', () => {
  let endpoint: Awaited<ReturnType<typeof startModelStandIn>>;
  let app: TestApp;
  beforeAll(async () => {
    endpoint = await startModelStandIn(honest);
    app = await openHouse({
      EXTRACTION_MODEL_URL: endpoint.url,
      EXTRACTION_MODEL: 'reader-7b',
      EXTRACTION_MODEL_KEY: 'sesame',
      EXTRACTION_MODEL_TIME_MS: '2000',
    });
  });
  afterAll(async () => {
    await app.stop();
    await endpoint.close();
  });

  const process = async (pdf: Uint8Array) => {
    const reader = await app.signIn('ada@example.com');
    const { id } = await reader.upload(pdf);
    await reader.post(`/files/${id}/process`);
    const file = await reader.finished(id);
    expect(file).toMatchObject({ status: 'completed', total_pages: 1, credits_consumed: 1 });
    return file.processed_data;
  };

  test('is proven by a model that points at what is printed, and says who has read it', async () => {
    endpoint.becomes(honest);
    const { statements, ...rest } = await process(UNPROVEN);
    expect(statements).toMatchObject([
      {
        reconciled: true,
        transactions: [
          { date: '2026-01-02', amount: '-12.50', balance: '987.50', flags: ['read_by_model'] },
          { date: '2026-01-15', amount: '500.00', balance: '1487.50', flags: ['read_by_model'] },
          { date: '2026-01-20', amount: '-700.00', balance: '787.50', flags: ['read_by_model'] },
        ],
      },
    ]);
    expect(rest).toMatchObject({ warnings: [expect.stringMatching(/^The statement was read by a language model/)] });
    expect(endpoint.asked.at(-1)?.headers.authorization).toBe('Bearer sesame');
    expect(endpoint.asked.at(-1)?.body.messages[1]?.content).not.toContain('0123456789');
  });

  test.each<[string, Behaviour]>([
    ['lies', lying],
    ['does not answer', () => undefined],
    ['is out of order', (_, response) => response.writeHead(500).end()],
    ['was talked over by the statement', (_, response) => sayCompletion(response, '{"reconciled": true}')],
  ])('stays as it was read where the model %s', async (_, behaviour) => {
    endpoint.becomes(behaviour);
    const { statements, ...rest } = await process(UNPROVEN);
    expect(statements).toMatchObject([
      { reconciled: null, transactions: [{ amount: '-12.50', flags: [] }, { flags: [] }, { flags: [] }] },
    ]);
    expect(rest).toMatchObject({ warnings: [] });
  });

  test('and one that does is nobody else’s business', async () => {
    const before = endpoint.asked.length;
    const { statements } = await process(PROVEN);
    expect(statements).toMatchObject([{ reconciled: true }]);
    expect(endpoint.asked).toHaveLength(before);
  });
});
