/** A source of RPKI data that could not be used; the message says why. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  /** Whether the same request may succeed later. */
  readonly isTemporary: boolean;

  constructor(message: string, isTemporary = false) {
    super(message);
    this.isTemporary = isTemporary;
  }
}
