/** An invalid command line; the message is for the person who wrote it. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
}
