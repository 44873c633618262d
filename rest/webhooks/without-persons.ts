/** What providers call the parts that tell who paid. Nothing here needs them, and whoever is deleted would be in them. */
const PERSONS = new Set([
  // Stripe (https://docs.stripe.com/api/checkout/sessions/object, …/charges/object, …/payment_intents/object).
  'billing_details',
  'collected_information',
  'customer_address',
  'customer_details',
  'customer_email',
  'customer_name',
  'customer_phone',
  'customer_shipping',
  'custom_fields',
  'receipt_email',
  'receipt_url',
  'shipping',
  'shipping_details',
  // PayPal (https://developer.paypal.com/docs/api/orders/v2/).
  'payer',
  'payment_source',
  'subscriber',
]);

/** The event without them, at any depth. */
export function withoutPersons(event: object): object {
  return JSON.parse(JSON.stringify(event, (key, value: unknown) => (PERSONS.has(key) ? undefined : value))) as object;
}
