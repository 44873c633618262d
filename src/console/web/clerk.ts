import { settings } from './settings.ts';

/** Of Clerk's browser SDK, what this page uses. */
type Clerk = {
  load: () => Promise<void>;
  session: { getToken: () => Promise<string | null> } | null | undefined;
  redirectToSignIn: (options: { signInForceRedirectUrl: string; signUpForceRedirectUrl: string }) => Promise<unknown>;
  signOut: () => Promise<void>;
};

declare global {
  interface Window {
    /** What the SDK makes of itself, once its script has run. */
    Clerk?: Clerk;
  }
}

let loading: Promise<Clerk> | undefined;

/** The SDK, loaded from this server and signed in as its instance knows the browser. Throws where it cannot start. */
export const loadClerk = (): Promise<Clerk> => (loading ??= start());

async function start(): Promise<Clerk> {
  const script = document.createElement('script');
  script.src = `${settings.base}/vendor/@clerk/clerk-js/dist/clerk.browser.js`;
  script.dataset['clerkPublishableKey'] = settings.clerkPublishableKey ?? '';
  await new Promise<void>((resolve, reject) => {
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error("Clerk's SDK could not be loaded.")));
    document.head.append(script);
  });
  if (!window.Clerk) throw new Error("Clerk's SDK did not start.");
  await window.Clerk.load();
  return window.Clerk;
}
