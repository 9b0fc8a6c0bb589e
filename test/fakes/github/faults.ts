import type { Fault } from '../faults.ts';

/** GitHub's primary rate limit is used up until the reset, which is in seconds since 1970. */
export function rateLimited(resetSeconds: number): Fault {
  return {
    fault: 'error',
    status: 403,
    code: 'RateLimited',
    message: 'API rate limit exceeded for installation ID 1234.',
    headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(resetSeconds) },
  };
}

/** GitHub's secondary rate limit, which GitHub reports with 403 or with 429, and not always for how long. */
export function secondaryRateLimit(status: 403 | 429, retryAfterSeconds?: number): Fault {
  return {
    fault: 'error',
    status,
    code: 'SecondaryRateLimit',
    message:
      'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
    headers: retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) },
  };
}

/** A response from GitHub with one of these statuses, whatever the state. */
export function refused(status: keyof typeof refusals): Fault {
  return { fault: 'error', status, ...refusals[status] };
}

const refusals = {
  403: { code: 'Forbidden', message: 'Resource not accessible by integration' },
  404: { code: 'NotFound', message: 'Not Found' },
  410: { code: 'Gone', message: 'This issue was deleted' },
  422: { code: 'ValidationFailed', message: 'You have been blocked' },
} as const;
