import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Principal } from '../../auth/principal.ts';
import type { Page } from '../page.ts';
import { selectRows } from '../select-rows.ts';
import { Payment } from './payment.entity.ts';

/** What the user set out to buy, newest first. */
export const listPayments = (em: SqlEntityManager, { userId }: Principal, page: Page): Promise<Payment[]> =>
  selectRows(em, Payment, { userId }, page);

export const countPayments = (em: SqlEntityManager, { userId }: Principal): Promise<number> =>
  em.count(Payment, { userId });
