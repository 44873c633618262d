import type { Route } from '../route.ts';
import { User } from '../schemas/user.ts';

/** Who is signed in. */
export const meRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/me',
    tag: 'me',
    auth: 'authenticated',
    summary: 'The signed-in user',
    operation: 'get-me',
    response: User,
  },
];
