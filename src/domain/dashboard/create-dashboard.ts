import type { Principal } from '../../auth/principal.ts';
import type { Services } from '../services.ts';
import { Dashboard } from './dashboard.entity.ts';

/** Makes a dashboard without files. */
export const createDashboard = (
  { em, clock }: Pick<Services, 'em' | 'clock'>,
  { userId }: Principal,
  given: { name: string; description: string | null },
): Promise<Dashboard> =>
  em.transactional(async (tx) => tx.create(Dashboard, { ...given, userId, createdAt: clock(), updatedAt: clock() }));
