/** What we keep of what Clerk tells about a user. Only the id is certain to be there in every event. */
export type ClerkUser = {
  clerkUserId: string;
  email: string | null;
  firstName: string | null;
  lastName: string | null;
  /** Clerk's `updated_at`, in milliseconds since 1970. Null in `user.deleted`. */
  updatedAtMs: number | null;
};
