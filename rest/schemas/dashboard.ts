import { z } from 'zod';
import { DASHBOARD_FORMATS } from '../../src/domain/dashboard/download-dashboard.ts';
import { DASHBOARD_STATUSES, MAX_MEMBERS } from '../../src/domain/dashboard/rules.ts';
import { count, moment, text } from './values.ts';

const name = text({ min: 1, max: 255, pattern: /^(?=.*\S)[^\p{Cc}\p{Cs}]*$/u });
const description = text({ min: 0, max: 2_000, pattern: /^[^\0\p{Cs}]*$/u });

export const DashboardCreation = z.object({ name, description: description.nullish() }).meta({
  id: 'DashboardCreation',
  examples: [{ name: 'My accounts', description: 'Everything for the tax year' }],
});

export const DashboardUpdate = z
  .object({
    name: name.optional(),
    description: description.nullish().describe('null removes it.'),
  })
  .describe('What is left out stays as it is.')
  .meta({ id: 'DashboardUpdate', examples: [{ name: 'My accounts 2026', description: null }] });

export const FilesToAdd = z
  .object({ file_ids: z.array(z.int()).max(MAX_MEMBERS).describe('Your own files; all are added, or none.') })
  .meta({ id: 'FilesToAdd', examples: [{ file_ids: [42, 43] }] });

const id = z.int().meta({ examples: [3] });
export const DashboardPath = z.object({ id });
export const DashboardFilePath = z.object({ id, file_id: z.int().meta({ examples: [42] }) });

export const DashboardDownloadOptions = z.object({ format: z.enum(DASHBOARD_FORMATS).default('xlsx') });

export const Dashboard = z
  .strictObject({
    id: z.int(),
    user_id: z.int(),
    name: z.string(),
    description: z.string().nullable(),
    status: z
      .enum(DASHBOARD_STATUSES)
      .describe('Whether the workbook holds what its files hold: `new` until the first file is added.'),
    file_count: count,
    created_at: moment,
    updated_at: moment,
  })
  .meta({
    id: 'Dashboard',
    examples: [
      {
        id: 3,
        user_id: 7,
        name: 'My accounts',
        description: 'Everything for the tax year',
        status: 'outdated',
        file_count: 2,
        created_at: '2026-02-01T09:00:00.000Z',
        updated_at: '2026-02-01T09:05:00.000Z',
      },
    ],
  });

export const DashboardDeleted = z
  .strictObject({ message: z.string() })
  .meta({ id: 'DashboardDeleted', examples: [{ message: 'Dashboard deleted successfully' }] });
