import { z } from 'zod';
import type { Route } from '../route.ts';
import * as usage from '../schemas/usage.ts';
import { Page } from '../schemas/values.ts';
import { toList } from './shared.ts';

/** What was processed. */
export const usageRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/usage/',
    tag: 'usage',
    auth: 'authenticated',
    summary: 'What was processed for you, newest first',
    args: { query: Page },
    operation: 'list-usage',
    pick: toList,
    response: z.array(usage.UsageRecord),
  },
  {
    method: 'GET',
    path: '/usage/summary',
    tag: 'usage',
    auth: 'authenticated',
    summary: 'All that was processed for you, added up',
    operation: 'summarize-usage',
    response: usage.UsageSummary,
  },
];
