/**
 * An event that is authentic but wrong: of another amount, of nobody's payment, of a plan that is gone. Trying again
 * changes nothing, so it is kept as failed, with this message as its reason. Any other error means: try again later.
 */
export class PermanentFailure extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'PermanentFailure';
  }
}
