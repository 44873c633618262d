import { z } from 'zod';
import { DOWNLOAD_TYPES, sendDownload } from './download.ts';
import type { Route } from './route.ts';
import * as admin from './schemas/admin.ts';
import * as billing from './schemas/billing.ts';
import * as file from './schemas/file.ts';
import * as usage from './schemas/usage.ts';
import { User } from './schemas/user.ts';
import { Page } from './schemas/values.ts';
import { Received } from './schemas/webhook.ts';

const NOT_PROCESSED = 'File is not processed; process it and wait until it is completed';
const TOO_LARGE_A_BODY = 'The request body is larger than the limit of 1048576 bytes';

/** Every documented route. `operation` names a file of `operations/`. */
export const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/me',
    tag: 'me',
    auth: 'authenticated',
    summary: 'The signed-in user',
    operation: 'get-me',
    response: User,
  },
  {
    method: 'POST',
    path: '/files/upload-url',
    tag: 'files',
    auth: 'authenticated',
    summary: 'Announce a statement and get a signed URL to PUT it to',
    args: { body: file.UploadRequest },
    operation: 'request-upload',
    pick: toUpload,
    response: file.Upload,
    errors: { TOO_LARGE: 'The file is larger than the limit of 52428800 bytes' },
  },
  {
    method: 'GET',
    path: '/files/',
    tag: 'files',
    auth: 'authenticated',
    summary: 'Your files, newest first, without what was read from them',
    args: { query: file.FilePage },
    operation: 'list-files',
    pick: toList,
    response: z.array(file.FileSummary),
  },
  {
    method: 'GET',
    path: '/files/{file_id}',
    tag: 'files',
    auth: 'authenticated',
    summary: 'A file and what was read from it',
    args: { path: file.FilePath },
    operation: 'get-file',
    pick: toFile,
    response: file.File,
    errors: { NOT_FOUND: 'File not found' },
  },
  {
    method: 'POST',
    path: '/files/{file_id}/process',
    tag: 'files',
    auth: 'authenticated',
    summary: 'Reserve the credits, one a page, and start reading',
    args: { path: file.FilePath, query: file.ProcessOptions, optionalBody: file.ProcessRequest },
    operation: 'process-file',
    pick: toFile,
    response: file.File,
    errors: {
      INSUFFICIENT_CREDITS: 'Insufficient credits',
      NOT_FOUND: 'File not found',
      CONFLICT: 'File is already being processed; wait for it to finish',
      TOO_LARGE: 'The file is larger than the limit of 52428800 bytes',
      UNSUPPORTED: 'This is not a kind of file that can be read',
    },
  },
  {
    method: 'GET',
    path: '/files/{file_id}/download-url',
    tag: 'files',
    auth: 'authenticated',
    summary: 'A signed URL to GET the workbook, another format, or the original from',
    args: { path: file.FilePath, query: file.DownloadOptions },
    operation: 'create-download-link',
    response: file.DownloadLink,
    errors: { NOT_FOUND: 'File not found', CONFLICT: NOT_PROCESSED },
  },
  {
    method: 'GET',
    path: '/files/{file_id}/download',
    tag: 'files',
    auth: 'authenticated',
    summary: 'The workbook, another format, or the original itself',
    args: { path: file.FilePath, query: file.DownloadOptions },
    operation: 'download-file',
    respond: sendDownload,
    mediaTypes: DOWNLOAD_TYPES,
    errors: { NOT_FOUND: 'File not found', CONFLICT: NOT_PROCESSED },
  },
  {
    method: 'DELETE',
    path: '/files/{file_id}',
    tag: 'files',
    auth: 'authenticated',
    summary: 'Remove a file and all that is stored of it; usage records stay',
    args: { path: file.FilePath },
    operation: 'delete-file',
    pick: () => ({ message: 'File deleted successfully' }),
    response: file.FileDeleted,
    errors: { NOT_FOUND: 'File not found' },
  },
  {
    method: 'GET',
    path: '/usage/',
    tag: 'usage',
    auth: 'authenticated',
    summary: 'What was processed for you, newest first',
    args: { query: Page },
    operation: 'list-usage',
    pick: toList,
    response: z.array(usage.UsageRecord),
  },
  {
    method: 'GET',
    path: '/usage/summary',
    tag: 'usage',
    auth: 'authenticated',
    summary: 'All that was processed for you, added up',
    operation: 'summarize-usage',
    response: usage.UsageSummary,
  },
  {
    method: 'GET',
    path: '/billing/plans',
    tag: 'billing',
    auth: 'public',
    summary: 'What is sold',
    operation: 'list-plans',
    response: z.array(billing.Plan),
  },
  {
    method: 'GET',
    path: '/billing/balance',
    tag: 'billing',
    auth: 'authenticated',
    summary: 'Your credits',
    operation: 'get-balance',
    response: billing.Balance,
  },
  {
    method: 'GET',
    path: '/billing/transactions',
    tag: 'billing',
    auth: 'authenticated',
    summary: 'What changed your balance, newest first',
    args: { query: Page },
    operation: 'list-transactions',
    pick: toList,
    response: z.array(billing.CreditTransaction),
  },
  {
    method: 'POST',
    path: '/billing/stripe/checkout',
    tag: 'billing',
    auth: 'authenticated',
    summary: 'Make a page at Stripe where a plan is paid; the credits come with the payment',
    operation: 'start-stripe-checkout',
    args: { body: billing.StripeCheckoutRequest },
    response: billing.StripeCheckout,
    errors: { NOT_FOUND: 'Plan not found', UNAVAILABLE: 'Stripe is not configured' },
  },
  {
    method: 'POST',
    path: '/billing/paypal/orders',
    tag: 'billing',
    auth: 'authenticated',
    summary: 'Make an order at PayPal for a plan',
    operation: 'create-paypal-order',
    args: { body: billing.PaypalOrderRequest },
    response: billing.PaypalOrder,
    errors: { NOT_FOUND: 'Plan not found', UNAVAILABLE: 'PayPal is not configured' },
  },
  {
    method: 'POST',
    path: '/billing/paypal/orders/{order_id}/capture',
    tag: 'billing',
    auth: 'authenticated',
    summary: 'Collect an approved order; again, it answers as the first time',
    operation: 'capture-paypal-order',
    args: { path: billing.PaypalOrderPath },
    response: billing.PaypalCapture,
    errors: {
      NOT_FOUND: 'Order not found',
      CONFLICT: 'The order is not approved yet; approve it at PayPal first',
      UNAVAILABLE: 'PayPal is not configured',
    },
  },
  {
    method: 'GET',
    path: '/billing/payments',
    tag: 'billing',
    auth: 'authenticated',
    summary: 'What you set out to buy and what became of it, newest first',
    operation: 'list-payments',
    args: { query: Page },
    pick: toList,
    response: z.array(billing.Payment),
  },
  {
    method: 'POST',
    path: '/admin/credits/adjust',
    tag: 'admin',
    auth: 'admin',
    summary: 'Give a user credits or take them away',
    args: { headers: admin.IdempotencyHeaders, body: admin.CreditAdjustmentRequest },
    operation: 'adjust-credits',
    response: admin.CreditAdjustment,
    errors: {
      NOT_FOUND: 'User not found',
      CONFLICT: 'The adjustment would take the balance below zero: 10 credits can be taken away',
    },
  },
  {
    method: 'POST',
    path: '/webhooks/clerk',
    tag: 'webhooks',
    auth: 'signature',
    summary: 'For Clerk: users who come, change and go; signed in svix-id, svix-timestamp and svix-signature',
    operation: 'receive-clerk-webhook',
    webhook: 'clerk',
    response: Received,
    errors: { TOO_LARGE: TOO_LARGE_A_BODY, UNAVAILABLE: 'Clerk is not configured' },
  },
  {
    method: 'POST',
    path: '/webhooks/stripe',
    tag: 'webhooks',
    auth: 'signature',
    summary: 'For Stripe: payments, refunds and disputes; signed in stripe-signature',
    operation: 'receive-stripe-webhook',
    webhook: 'stripe',
    response: Received,
    errors: { TOO_LARGE: TOO_LARGE_A_BODY, UNAVAILABLE: 'Stripe is not configured' },
  },
  {
    method: 'POST',
    path: '/webhooks/paypal',
    tag: 'webhooks',
    auth: 'signature',
    summary: 'For PayPal: orders, captures and refunds; signed in the paypal- headers',
    operation: 'receive-paypal-webhook',
    webhook: 'paypal',
    response: Received,
    errors: { TOO_LARGE: TOO_LARGE_A_BODY, UNAVAILABLE: 'PayPal is not configured' },
  },
];

/** A list is a bare array. */
function toList({ nodes }: { nodes: unknown[] }): unknown[] {
  return nodes;
}

function toUpload({ upload_url, file }: { upload_url: string; file: object }): object {
  return { upload_url, ...file };
}

/** GraphQL tells a failure by its type; here it is wrapped. */
function toFile(file: { processed_data: object | null }): object {
  const { processed_data } = file;
  return processed_data && 'code' in processed_data ? { ...file, processed_data: { error: processed_data } } : file;
}
