import type { DecimalMoney } from './decimal-money.ts';
import type { ProviderOrder, StartedCheckout } from './provider-order.ts';

export type PaypalCheckout = Pick<ProviderOrder, 'reference' | 'description'> & {
  amount: DecimalMoney;
  /** Where the buyer is sent afterwards. */
  returnUrl: string;
  cancelUrl: string;
};

/** Who receives the money. */
export type Payee = { merchantId: string | null; email: string | null };

export type PaypalCapture = {
  id: string;
  /** `COMPLETED`, `PENDING`, `DECLINED`, `REFUNDED`, … */
  status: string;
  amount: DecimalMoney;
};

/** An order as PayPal has it. */
export type PaypalOrder = {
  id: string;
  /** `CREATED`, `APPROVED`, `COMPLETED`, … */
  status: string;
  /** Of our payment, where it carries one. */
  reference: string | null;
  amount: DecimalMoney;
  payee: Payee;
  /** Attempts to collect it, the last one last. */
  captures: PaypalCapture[];
};

export type PaypalRefund = {
  id: string;
  /** `COMPLETED`, `PENDING`, `CANCELLED`, `FAILED`. */
  status: string;
  amount: DecimalMoney;
  /** The capture whose money goes back is linked as `up`. */
  links: { rel: string; href: string }[];
};

export type PaypalDispute = {
  id: string;
  /** `OPEN`, `UNDER_REVIEW`, `RESOLVED`, … */
  status: string;
  /** `RESOLVED_SELLER_FAVOUR`, …; null before it is resolved. */
  outcome: string | null;
  /** What the buyer got back, or where PayPal does not say, what they wanted. */
  amount: DecimalMoney;
  captureIds: string[];
  updatedAt: Date;
};

/** `refused` names PayPal's reason where the buyer can do something about it. */
export type CaptureAnswer = { order: PaypalOrder } | { refused: 'not approved' | 'declined' };

/** PayPal, as far as it is asked. Every call throws where PayPal cannot be reached or refuses. */
export type PaypalGateway = {
  /** Of the account that is paid; null where nobody has told us. */
  merchantId: string | null;
  createOrder(checkout: PaypalCheckout): Promise<StartedCheckout>;
  /** Null where PayPal has no such order for this account. */
  findOrder(orderId: string): Promise<PaypalOrder | null>;
  /** Collects an approved order. One that was collected before is answered as it stands. */
  captureOrder(orderId: string, reference: string): Promise<CaptureAnswer>;
  /** The order that a capture belongs to; null where PayPal has no such capture for this account. */
  findOrderOfCapture(captureId: string): Promise<PaypalOrder | null>;
  findRefund(refundId: string): Promise<PaypalRefund | null>;
  findDispute(disputeId: string): Promise<PaypalDispute | null>;
};
