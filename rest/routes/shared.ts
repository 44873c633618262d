/** The example of an answer where a limit of requests is reached. */
export const TOO_MANY = 'Too Many Requests';

/** A list is a bare array. */
export const toList = ({ nodes }: { nodes: unknown[] }): unknown[] => nodes;
