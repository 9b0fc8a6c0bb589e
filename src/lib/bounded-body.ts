import type { Readable } from 'node:stream';

/** In bytes. The largest page of a listing has some hundred thousand. */
const longestAnswer = 16 * 1024 * 1024;

/** The body of an answer. Throws `tooLong` where it is longer than 16 MiB, or without an end. */
export async function readBounded(body: Readable, tooLong: Error): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  // Leaving the loop closes the connection.
  for await (const chunk of body) {
    length += chunk.length;
    if (length > longestAnswer) throw tooLong;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
