import type { Route } from './route.ts';
import { adminRoutes } from './routes/admin.ts';
import { billingRoutes } from './routes/billing.ts';
import { dashboardRoutes } from './routes/dashboards.ts';
import { fileRoutes } from './routes/files.ts';
import { meRoutes } from './routes/me.ts';
import { usageRoutes } from './routes/usage.ts';
import { webhookRoutes } from './routes/webhooks.ts';

/** Every documented route. `operation` names a file of `operations/`. */
export const routes: readonly Route[] = [
  ...meRoutes,
  ...fileRoutes,
  ...dashboardRoutes,
  ...usageRoutes,
  ...billingRoutes,
  ...adminRoutes,
  ...webhookRoutes,
];
