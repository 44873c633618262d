import type { Services } from '../services.ts';
import { lockPayment } from './find-payment.ts';
import type { Payment } from './payment.entity.ts';

/** The provider says that nothing will come. A payment that was granted stays granted, whichever is told first. */
export const closePayment = (services: Services, { id }: Payment, status: 'failed' | 'expired'): Promise<void> =>
  services.em.transactional(async (tx) => {
    const payment = await lockPayment(tx, id);
    if (payment.status !== 'pending') return;
    payment.status = status;
    payment.updatedAt = services.clock();
  });
