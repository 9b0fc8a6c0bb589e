import { pipeline, type Readable, Transform } from 'node:stream';

/** In bytes. The largest page of a listing has some hundred thousand. */
const longestAnswer = 16 * 1024 * 1024;

/** The body of an answer, cut off with an error where it is longer than 16 MiB, or without an end. */
export function boundAnswer(body: Readable, tooLong: Error): Readable {
  let length = 0;
  const bound = new Transform({
    transform(chunk: Buffer, _, done) {
      length += chunk.length;
      if (length > longestAnswer) done(tooLong);
      else done(null, chunk);
    },
  });
  // Errors go to the reader of the body.
  return pipeline(body, bound, () => {});
}
