import { z } from 'zod';
import { count, moment } from './values.ts';

export const UsageRecord = z
  .strictObject({
    id: z.int(),
    file_id: z.int(),
    file_size: count.describe('Bytes.'),
    total_characters: count,
    total_pages: count,
    credits_consumed: count,
    created_at: moment,
  })
  .meta({
    id: 'UsageRecord',
    examples: [
      {
        id: 3,
        file_id: 42,
        file_size: 48_211,
        total_characters: 2_150,
        total_pages: 1,
        credits_consumed: 1,
        created_at: '2026-02-01T09:00:12.000Z',
      },
    ],
  });

export const UsageSummary = z
  .strictObject({
    total_files: count,
    total_characters: count,
    total_pages: count,
    total_file_size: count.describe('Bytes.'),
  })
  .meta({
    id: 'UsageSummary',
    examples: [{ total_files: 1, total_characters: 2_150, total_pages: 1, total_file_size: 48_211 }],
  });
