/** The time, passed in wherever a rule depends on it, so that a test can replay anything. Always UTC. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();
