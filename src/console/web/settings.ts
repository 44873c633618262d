/** What the server has written into the page: `src/console/shell.ts`. */
export type Settings = {
  readonly signIn: 'local' | 'token' | 'clerk';
  readonly clerkPublishableKey: string | null;
  readonly publicOrigin: string;
  readonly playground: boolean;
  readonly maxUploadBytes: number;
  /** Where the page's own files and the packages are. */
  readonly base: string;
};

export const settings: Settings = JSON.parse(
  document.querySelector<HTMLMetaElement>('meta[name="console-settings"]')?.content ?? '{}',
);
