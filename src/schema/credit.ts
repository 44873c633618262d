import { type Balance, getBalance } from '../domain/credit/get-balance.ts';
import type { LedgerTransfer } from '../domain/credit/ledger-transfer.entity.ts';
import { countTransactions, listTransactions } from '../domain/credit/list-transactions.ts';
import { type TransferType, VISIBLE_TYPES } from '../domain/credit/rules.ts';
import { builder } from './builder.ts';
import { connect, defineConnection, pageArgs } from './connection.ts';
import { enumValues } from './enum-values.ts';

const BalanceType = builder.objectRef<Balance>('Balance').implement({
  fields: (t) => ({
    credits: t.exposeInt('credits', { description: 'Credits that can be spent now.' }),
    reserved: t.exposeInt('reserved', { description: 'Credits set aside for statements being processed.' }),
  }),
});

const CreditTransactionTypeEnum = builder.enumType('CreditTransactionType', {
  // The list that shows them holds transfers of these types only.
  values: enumValues<TransferType>(VISIBLE_TYPES),
});

const CreditTransactionType = builder.objectRef<LedgerTransfer>('CreditTransaction').implement({
  description: 'A movement of credits as its owner sees it.',
  fields: (t) => ({
    id: t.exposeID('id'),
    type: t.expose('type', { type: CreditTransactionTypeEnum }),
    credits: t.exposeInt('credits', { description: 'Positive adds, negative takes away.' }),
    balanceAfter: t.exposeInt('balanceAfter', { description: 'What was owned after it, reserved credits included.' }),
    description: t.exposeString('description'),
    reference: t.exposeString('reference', { nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
  }),
});
const CreditTransactionConnection = defineConnection('CreditTransaction', CreditTransactionType);

builder.queryFields((t) => ({
  balance: t.withAuth({ authenticated: true }).field({
    type: BalanceType,
    resolve: (_root, _args, { services: { em }, principal }) => getBalance(em, principal.userId),
  }),
  creditTransactions: t.withAuth({ authenticated: true }).field({
    type: CreditTransactionConnection,
    description: 'What changed the balance, newest first.',
    args: pageArgs,
    resolve: (_root, page, { services: { em }, principal }) =>
      connect(
        page,
        (part) => listTransactions(em, principal, part),
        () => countTransactions(em, principal),
      ),
  }),
}));
