import { z } from 'zod';

/** The event is stored; what it means is done later. */
export const Received = z
  .strictObject({ received: z.literal(true) })
  .meta({ id: 'Received', examples: [{ received: true }] });
