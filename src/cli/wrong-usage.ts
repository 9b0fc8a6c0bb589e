/** The command line cannot be read; the message says why, for the person who wrote it. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
}
