import { defineEntity, p } from '@mikro-orm/core';

/** Somebody who signs in. Who they are is Clerk's business; credits live in the ledger. */
const UserSchema = defineEntity({
  name: 'User',
  tableName: 'users',
  properties: {
    id: p.integer().primary(),
    /** The `sub` of the session token. */
    clerkUserId: p.string().length(255).unique('users_clerk_user_id_unique'),
    email: p.string().length(320).nullable(),
    firstName: p.string().length(255).nullable(),
    lastName: p.string().length(255).nullable(),
    /** Clerk's own `updated_at` of what is known here: nothing older is taken over. Null for a user of the local issuer. */
    clerkUpdatedAt: p.datetime(3).nullable(),
    /** A deleted user's row stays, without a name: the ledger refers to it, and no late message revives them. */
    deletedAt: p.datetime(3).nullable(),
    createdAt: p.datetime(3),
    updatedAt: p.datetime(3),
  },
});

export class User extends UserSchema.class {}
UserSchema.setClass(User);
