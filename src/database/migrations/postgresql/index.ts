import { Initial } from './0001-initial.ts';

/** In the order in which they are applied. A migration that has been released is never edited. */
export const migrations = [{ name: '0001-initial', class: Initial }];
