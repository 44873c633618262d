import { createWebhooks } from '../../rest/webhooks/receive.ts';

/** The webhooks of a server that has no provider. */
export const UNCONFIGURED = createWebhooks({
  verifiers: { clerk: null, stripe: null, paypal: null },
  services: () => {
    throw new Error('Nothing may be stored');
  },
  refused: { mustHaveOne: () => undefined, count: () => undefined },
  log: { info: () => undefined, warn: () => undefined },
});
