import type { RateLimiter } from '../lib/rate-limiter.ts';
import { CallError } from './errors/call-error.ts';

/** Waits for a call whose turn was taken, and tells the pace how it went. */
export async function withRateLimiter<T>(pace: RateLimiter, call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof CallError && error.result.kind === 'throttled') pace.exhaust();
    throw error;
  } finally {
    pace.release();
  }
}
