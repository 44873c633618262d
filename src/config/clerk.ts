import { z } from 'zod';
import { readClerkPublicKey } from '../auth/clerk-public-key.ts';
import { type Environment, httpUrl, origins, text } from './notations.ts';

/** One Clerk instance, whose tokens are accepted. */
export type ClerkConfig = {
  readonly mode: 'clerk';
  /** The public key itself (a normalised PEM), or what it takes to fetch it from Clerk's Backend API. */
  readonly key: { readonly pem: string } | { readonly secretKey: string; readonly apiUrl: string };
  readonly issuer: string | null;
  /** The origins that `azp` may name. Empty: not checked. */
  readonly authorizedParties: readonly string[];
  readonly publishableKey: string | null;
};

const clerkPublicKey = z.string().transform((pem, context) => {
  try {
    return readClerkPublicKey(pem);
  } catch {
    context.addIssue('must be the PEM public key of the Clerk instance (2048-bit RSA, BEGIN PUBLIC KEY)');
    return z.NEVER;
  }
});

/** The variables that name a Clerk instance. */
export const clerkVariables = {
  CLERK_JWT_KEY: clerkPublicKey.optional(),
  CLERK_SECRET_KEY: text(/^(?!pk_)/, 'must be the secret key (sk_…), not the publishable one').optional(),
  CLERK_API_URL: httpUrl("must be the http or https URL of Clerk's Backend API").default('https://api.clerk.com'),
  CLERK_ISSUER: httpUrl('must be the URL that the tokens name as iss').optional(),
  CLERK_AUTHORIZED_PARTIES: origins.default([]),
  CLERK_PUBLISHABLE_KEY: text(/^pk_/, 'must be the publishable key (pk_…)').optional(),
};
type ClerkVariables = z.infer<z.ZodObject<typeof clerkVariables>>;

/** Production without a key of Clerk's would take nobody's tokens. */
export const findClerkProblems = (set: Environment): string[] =>
  set['NODE_ENV'] === 'production' && !set['CLERK_JWT_KEY'] && !set['CLERK_SECRET_KEY']
    ? ['CLERK_JWT_KEY or CLERK_SECRET_KEY: must be set in production, where the local issuer of tokens is off']
    : [];

/** Whose tokens are accepted. With both keys given the public one wins: it needs no network. */
export const arrangeAuth = (set: ClerkVariables): ClerkConfig | { readonly mode: 'local' } => {
  const key = set.CLERK_JWT_KEY
    ? { pem: set.CLERK_JWT_KEY }
    : set.CLERK_SECRET_KEY && { secretKey: set.CLERK_SECRET_KEY, apiUrl: set.CLERK_API_URL };
  if (!key) return { mode: 'local' };
  return {
    mode: 'clerk',
    key,
    issuer: set.CLERK_ISSUER ?? null,
    authorizedParties: set.CLERK_AUTHORIZED_PARTIES,
    publishableKey: set.CLERK_PUBLISHABLE_KEY ?? null,
  };
};
