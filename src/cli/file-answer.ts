import { z } from 'zod';

/** What the server says of a file, as far as the command looks at it. Whatever else there is may change. */
export const UploadAnswer = z.object({ upload_url: z.url(), file_id: z.int() });

const TransactionAnswer = z.object({
  date: z.string(),
  description: z.string(),
  amount: z.string(),
  page: z.int(),
  flags: z.array(z.string()),
});

const StatementAnswer = z.object({
  bank: z.string().nullable(),
  account_number: z.string().nullable(),
  currency: z.string().nullable(),
  period_start: z.string().nullable(),
  period_end: z.string().nullable(),
  opening_balance: z.string().nullable(),
  closing_balance: z.string().nullable(),
  reconciled: z.boolean().nullable(),
  checks: z.array(z.object({ name: z.string(), ok: z.boolean(), expected: z.string(), found: z.string() })),
  transactions: z.array(TransactionAnswer),
});

const DocumentAnswer = z.object({ statements: z.array(StatementAnswer), warnings: z.array(z.string()) });
const FailureAnswer = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

export const FileAnswer = z.discriminatedUnion('status', [
  z.object({ status: z.enum(['pending', 'processing']), progress: z.number() }),
  z.object({ status: z.literal('completed'), processed_data: DocumentAnswer }),
  z.object({ status: z.literal('error'), processed_data: FailureAnswer }),
]);

export type UploadAnswer = z.infer<typeof UploadAnswer>;
export type FileAnswer = z.infer<typeof FileAnswer>;
export type DocumentAnswer = z.infer<typeof DocumentAnswer>;
export type StatementAnswer = z.infer<typeof StatementAnswer>;
