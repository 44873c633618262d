import type { Clock } from '../../src/clock.ts';
import { createClerkVerifier } from './clerk.ts';
import { type CertificateTrust, createPaypalCertificates, type PaypalEnvironment } from './paypal-certificates.ts';
import { createPaypalVerifier, proveByCertificate } from './paypal.ts';
import { type PostToPaypal, proveByPostback } from './paypal-postback.ts';
import type { Verifiers } from './receive.ts';
import { createStripeVerifier } from './stripe.ts';

export type VerifierSettings = {
  /** Empty where Clerk's webhooks are not configured. */
  clerkSecrets: readonly string[];
  stripeSecrets: readonly string[];
  paypal: { webhookId: string; environment: PaypalEnvironment; verify: 'certificate' | 'postback' } | null;
};

type Surroundings = { clock: Clock; postToPaypal: PostToPaypal | null; trust?: CertificateTrust | undefined };

/** What proves each provider's deliveries; null for those that are not configured. */
export function createVerifiers(settings: VerifierSettings, { clock, postToPaypal, trust }: Surroundings): Verifiers {
  const { clerkSecrets, stripeSecrets, paypal } = settings;
  return {
    clerk: clerkSecrets.length > 0 ? createClerkVerifier({ secrets: clerkSecrets, clock }) : null,
    stripe: stripeSecrets.length > 0 ? createStripeVerifier({ secrets: stripeSecrets, clock }) : null,
    paypal: paypal && createPaypalVerifier({ clock, prove: provePaypal(paypal) }),
  };

  function provePaypal({ webhookId, environment, verify }: NonNullable<VerifierSettings['paypal']>) {
    return verify === 'postback' && postToPaypal
      ? proveByPostback(webhookId, postToPaypal)
      : proveByCertificate(webhookId, createPaypalCertificates({ environment, clock, trust }));
  }
}
