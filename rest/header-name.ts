/** A header as its argument is called in the table: `idempotency_key` travels as `idempotency-key`. */
export const headerName = (argument: string | number): string => String(argument).replaceAll('_', '-');
