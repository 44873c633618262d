import { getBalance } from '../domain/credit/get-balance.ts';
import { findMe } from '../domain/user/find-user.ts';
import type { User } from '../domain/user/user.entity.ts';
import { builder } from './builder.ts';

export const UserType = builder.objectRef<User>('User').implement({
  description: 'Somebody who signs in.',
  fields: (t) => ({
    id: t.exposeID('id'),
    clerkUserId: t.exposeString('clerkUserId', { description: 'The `sub` of the session token.' }),
    email: t.exposeString('email', { nullable: true }),
    firstName: t.exposeString('firstName', { nullable: true }),
    lastName: t.exposeString('lastName', { nullable: true }),
    credits: t.int({
      description: 'Credits that can be spent now.',
      resolve: async ({ id }, _args, { services }) => (await getBalance(services.em, id)).credits,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
  }),
});

builder.queryField('me', (t) =>
  t.withAuth({ authenticated: true }).field({
    type: UserType,
    description: 'The signed-in user.',
    resolve: (_root, _args, { services, principal }) => findMe(services.em, principal),
  }),
);
