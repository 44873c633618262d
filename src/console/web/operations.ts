import type {
  Balance,
  Connection,
  CreditTransaction,
  DownloadFormat,
  FileDetail,
  FileState,
  FileSummary,
  FileVerdict,
  Plan,
  User,
} from './answers.ts';
import { operation } from './operation.ts';

export const FILE = 'id filename status fileSize mimeType totalPages creditsConsumed progress createdAt processedAt';

export const ME = operation<{ me: User; balance: Balance }>(`query Me {
  me { id email firstName lastName }
  balance { credits reserved }
}`);

export const FILES = operation<{ files: Connection<FileSummary> }, { first: number; after: string | null }>(
  `query Files($first: Int, $after: String) {
  files(first: $first, after: $after) { nodes { ${FILE} } totalCount pageInfo { hasNextPage endCursor } }
}`,
);

export const VERDICT = `processedData {
  ... on ExtractedDocument { statements { reconciled currency closingBalance periodEnd } }
  ... on ProcessingError { code message }
}`;

/** What has become of the files: heavier than the list, so it is asked for after it. */
export const VERDICTS = operation<{ files: Connection<FileVerdict> }, { first: number; after: string | null }>(
  `query Verdicts($first: Int, $after: String) {
  files(first: $first, after: $after) { nodes { id ${VERDICT} } }
}`,
);

export const FILE_VERDICT = operation<{ file: FileVerdict & FileSummary }, { id: string }>(
  `query FileVerdict($id: ID!) { file(id: $id) { ${FILE} ${VERDICT} } }`,
);

export const FILE_DETAIL = operation<{ file: FileDetail }, { id: string }>(`query FileDetail($id: ID!) {
  file(id: $id) {
    ${FILE}
    processedData {
      ... on ExtractedDocument {
        sourceFormat
        warnings
        statements {
          bank accountNumber accountHolder currency periodStart periodEnd
          openingBalance closingBalance totalCredits totalDebits reconciled
          checks { name ok expected found }
          transactions {
            date valueDate description reference amount balance currency page confidence flags category
            box { x y width height }
          }
        }
      }
      ... on ProcessingError { code message }
    }
  }
}`);

export const REQUEST_UPLOAD = operation<
  { requestUpload: { uploadUrl: string; file: { id: string } } },
  { filename: string; fileSize: number; mimeType: string }
>(`mutation RequestUpload($filename: String!, $fileSize: Int!, $mimeType: String!) {
  requestUpload(input: { filename: $filename, fileSize: $fileSize, mimeType: $mimeType }) { uploadUrl file { id } }
}`);

export const PROCESS = operation<{ processFile: FileSummary }, { id: string; force: boolean; password: string | null }>(
  `mutation Process($id: ID!, $force: Boolean, $password: String) {
  processFile(id: $id, force: $force, password: $password) { ${FILE} }
}`,
);

export const DELETE = operation<{ deleteFile: { id: string } }, { id: string }>(
  'mutation Delete($id: ID!) { deleteFile(id: $id) { id } }',
);

export const PROGRESS = operation<{ fileProgress: FileState }, { id: string }>(
  'subscription Progress($id: ID!) { fileProgress(id: $id) { id status progress } }',
);

export const FILE_STATE = operation<{ file: FileState }, { id: string }>(
  'query FileState($id: ID!) { file(id: $id) { id status progress } }',
);

export const DOWNLOAD_LINK = operation<
  { downloadLink: { downloadUrl: string; filename: string } },
  { id: string; format: DownloadFormat }
>(
  'query DownloadLink($id: ID!, $format: DownloadFormat) { downloadLink(id: $id, format: $format) { downloadUrl filename } }',
);

export const PLANS = operation<{ plans: Plan[] }>(
  'query Plans { plans { id name credits priceCents currency description providers } }',
);

export const CREDIT_TRANSACTIONS = operation<
  { creditTransactions: Connection<CreditTransaction> },
  { first: number; after: string | null }
>(`query CreditTransactions($first: Int, $after: String) {
  creditTransactions(first: $first, after: $after) {
    nodes { id type credits balanceAfter description reference createdAt }
    totalCount
    pageInfo { hasNextPage endCursor }
  }
}`);

export const STRIPE_CHECKOUT = operation<
  { startStripeCheckout: { checkoutUrl: string } },
  { planId: string; successUrl: string; cancelUrl: string }
>(`mutation StripeCheckout($planId: String!, $successUrl: String!, $cancelUrl: String!) {
  startStripeCheckout(input: { planId: $planId, successUrl: $successUrl, cancelUrl: $cancelUrl }) { checkoutUrl }
}`);

export const PAYPAL_ORDER = operation<{ createPaypalOrder: { approveUrl: string } }, { planId: string }>(
  'mutation PaypalOrder($planId: String!) { createPaypalOrder(planId: $planId) { approveUrl } }',
);

export const PAYPAL_CAPTURE = operation<
  { capturePaypalOrder: { status: string; credits: number } },
  { orderId: string }
>('mutation PaypalCapture($orderId: String!) { capturePaypalOrder(orderId: $orderId) { status credits } }');
