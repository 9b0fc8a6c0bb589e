/** Why a source of RPKI data or routes could not be read. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  /** Whether a later request may succeed. */
  readonly isTemporary: boolean;

  constructor(message: string, isTemporary = false) {
    super(message);
    this.isTemporary = isTemporary;
  }
}
