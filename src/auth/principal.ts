/** The signed-in user on whose behalf a verb runs. Anonymous callers are `null`. */
export type Principal = { userId: number };

/** A principal, and until when the token that says so is good. */
export type Session = Principal & { signedInUntil: Date };
