/** What the operations of the page answer with. Money is a decimal string, days and moments are ISO 8601. */

export type Connection<Node> = {
  nodes: Node[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
};

export type User = { id: string; email: string | null; firstName: string | null; lastName: string | null };
export type Balance = { credits: number; reserved: number };

export type FileStatus = 'PENDING' | 'PROCESSING' | 'COMPLETED' | 'ERROR';
export type FileState = { id: string; status: FileStatus; progress: number };
export type FileSummary = FileState & {
  filename: string;
  fileSize: number | null;
  mimeType: string;
  totalPages: number | null;
  creditsConsumed: number;
  createdAt: string;
  processedAt: string | null;
};

export type ProcessingError = { code: string; message: string };
/** True: proven; false: contradicted; null: nothing to check against. */
export type Reconciled = boolean | null;

export type StatementVerdict = {
  reconciled: Reconciled;
  currency: string | null;
  closingBalance: string | null;
  periodEnd: string | null;
};
export type FileVerdict = { id: string; processedData: { statements: StatementVerdict[] } | ProcessingError | null };

export type Check = { name: string; ok: boolean; expected: string; found: string };

export type Transaction = {
  date: string;
  valueDate: string | null;
  description: string;
  reference: string | null;
  amount: string;
  balance: string | null;
  currency: string | null;
  page: number;
  /** In shares of the page, from its top left. */
  box: { x: number; y: number; width: number; height: number } | null;
  confidence: number;
  flags: string[];
  category: string;
};

export type Statement = {
  bank: string | null;
  accountNumber: string | null;
  accountHolder: string | null;
  currency: string | null;
  periodStart: string | null;
  periodEnd: string | null;
  openingBalance: string | null;
  closingBalance: string | null;
  totalCredits: string;
  totalDebits: string;
  reconciled: Reconciled;
  checks: Check[];
  transactions: Transaction[];
};

export type ExtractedDocument = { sourceFormat: string; warnings: string[]; statements: Statement[] };
export type FileDetail = FileSummary & { processedData: ExtractedDocument | ProcessingError | null };

export type DownloadFormat = 'XLSX' | 'CSV' | 'JSON' | 'OFX' | 'QIF' | 'ORIGINAL';

export type PaymentProvider = 'STRIPE' | 'PAYPAL';
export type Plan = {
  id: string;
  name: string;
  credits: number;
  priceCents: number;
  currency: string;
  description: string;
  providers: PaymentProvider[];
};

export type CreditTransaction = {
  id: string;
  type: 'SIGNUP' | 'PURCHASE' | 'USAGE' | 'REFUND' | 'ADJUSTMENT' | 'REVERSAL';
  credits: number;
  balanceAfter: number;
  description: string;
  reference: string | null;
  createdAt: string;
};

export type DashboardState = {
  id: string;
  status: 'NEW' | 'OUTDATED' | 'UP_TO_DATE';
  rebuilding: boolean;
  progress: number;
  rebuildError: string | null;
  builtAt: string | null;
};
export type Dashboard = DashboardState & { name: string; description: string | null; fileCount: number };
export type DashboardFormat = 'XLSX' | 'CSV' | 'JSON';

export const failed = (data: object): data is ProcessingError => 'message' in data;
