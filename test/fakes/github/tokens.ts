import type { IncomingHttpHeaders } from 'node:http';
import { ServiceError } from '../service-error.ts';
import type { Author } from './repository.ts';

/** What a token may do with pull requests, with issues or with runs of workflows. */
export type Access = 'none' | 'read' | 'write';

/** A token and who acts with it. */
export interface Token extends Author {
  readonly value: string;
  readonly pullRequests: Access;
  readonly issues: Access;
  readonly actions: Access;
}

/** The token of a request. Throws GitHub's ServiceError without a valid one. */
export function authenticate(
  { authorization = '' }: IncomingHttpHeaders,
  tokens: ReadonlyMap<string, Token>,
): Token {
  const [, value] = /^(?:token|bearer) (.+)$/i.exec(authorization) ?? [];
  if (value === undefined) {
    throw new ServiceError(401, 'Unauthorized', 'Requires authentication');
  }
  const token = tokens.get(value);
  if (token === undefined) throw new ServiceError(401, 'Unauthorized', 'Bad credentials');
  return token;
}

/** The permissions of which one is enough for an operation. */
export type Subject = 'pullRequests' | 'issues' | 'actions';

/** Throws GitHub's ServiceError for a token that lacks the permission for every subject. */
export function authorize(
  token: Token,
  needed: 'read' | 'write',
  subjects: readonly Subject[],
): void {
  const allowed = subjects.some(
    (subject) => token[subject] === 'write' || token[subject] === needed,
  );
  if (!allowed) throw notAccessible(token);
}

/** A bot's token belongs to an installation of an app, not to a user. */
export function notAccessible({ type }: Token): ServiceError {
  const by = type === 'Bot' ? 'integration' : 'personal access token';
  return new ServiceError(403, 'Forbidden', `Resource not accessible by ${by}`);
}
