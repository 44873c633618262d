/** The signed-in user on whose behalf a verb runs. Anonymous callers are `null`. */
export type Principal = { userId: number };
