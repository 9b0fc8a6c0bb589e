import type { Access } from '../../fakes/github/tokens.ts';
import type { Value } from './expression.ts';

/** What a job's token may do, by the name of the permission; `none` where a name is missing. */
export type Permissions = Readonly<Record<string, Access>>;

/** The permissions of a job whose workflow has none, by GitHub's restricted setting. */
export const restricted: Permissions = { contents: 'read', packages: 'read' };

const strength = { none: 0, read: 1, write: 2 } as const;

/** The `permissions` of a workflow or job; undefined where there are none. */
export function readPermissions(declared: Value | undefined): Permissions | undefined {
  if (declared === undefined) return undefined;
  if (typeof declared !== 'object' || declared === null || Array.isArray(declared)) {
    throw new Error(`permissions that are not listed by name: ${JSON.stringify(declared)}`);
  }
  return Object.fromEntries(
    Object.entries(declared).map(([name, access]) => {
      if (access === 'none' || access === 'read' || access === 'write') return [name, access];
      throw new Error(`no permission: ${name}: ${JSON.stringify(access)}`);
    }),
  );
}

/**
 * Throws what GitHub says when a job of a called workflow asks for more than its caller has; GitHub does
 * not start such a run.
 */
export function checkWithin(asked: Permissions, most: Permissions, job: string): void {
  for (const [name, access] of Object.entries(asked)) {
    const allowed = most[name] ?? 'none';
    if (strength[access] <= strength[allowed]) continue;
    throw new Error(
      `The nested job '${job}' is requesting '${name}: ${access}', but is only allowed '${name}: ${allowed}'.`,
    );
  }
}

/** The permissions that are left if the code comes from a fork: reading, and no ID token. */
export function ofFork(permissions: Permissions): Permissions {
  return Object.fromEntries(
    Object.entries(permissions).map(([name, access]) => [
      name,
      name === 'id-token' || access === 'none' ? 'none' : 'read',
    ]),
  );
}
