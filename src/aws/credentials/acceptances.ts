import type { Watch } from '../call.ts';
import { CallError, type CallResult } from '../errors/call-error.ts';

/** The services that accepted the access keys of this process so far, to explain why one rejects them. */
export interface Acceptances {
  /** `service` is a service in a Region, as messages name it. */
  add(accessKeyId: string, service: string): void;
  /**
   * Records each request that a service accepts. The error of a request that it rejects says whether
   * another service accepted the key, and whose session policy denies the request.
   */
  watch(service: string, keyInUse: () => string, policyOwner: PolicyOwner): Watch;
}

type PolicyOwner = NonNullable<CallResult['sessionPolicy']>;

/** Acceptances that all connections of a process share. */
export function openAcceptances(): Acceptances {
  const services = new Map<string, Set<string>>();
  const servicesOf = (accessKeyId: string) => {
    const known = services.get(accessKeyId) ?? new Set<string>();
    services.set(accessKeyId, known);
    return known;
  };
  return {
    add: (accessKeyId, service) => void servicesOf(accessKeyId).add(service),
    watch: (service, keyInUse, policyOwner) => async (request) => {
      try {
        const response = await request;
        servicesOf(keyInUse()).add(service);
        return response;
      } catch (error) {
        if (!(error instanceof CallError)) throw error;
        const accepted = servicesOf(keyInUse());
        if (error.result.kind === 'permitted') accepted.add(service);
        const details = explain(error.result, service, accepted, policyOwner);
        throw details ? new CallError({ ...error.result, ...details }, error.cause) : error;
      }
    },
  };
}

/**
 * How AWS says that a session policy denies a call (IAM User Guide, "Troubleshoot access denied error
 * messages"). No code says it, so the text decides only which explanation the run gives.
 */
const deniedBySessionPolicy = /\b(no|in a) session policy\b/;

function explain(
  { kind, message }: CallResult,
  service: string,
  accepted: ReadonlySet<string>,
  policyOwner: PolicyOwner,
): Pick<CallResult, 'acceptedBy' | 'sessionPolicy'> | undefined {
  if (kind === 'denied' && deniedBySessionPolicy.test(message)) {
    return { sessionPolicy: policyOwner };
  }
  const [elsewhere] = accepted;
  // A service that accepted the key before now says that the key is no longer valid.
  if (kind !== 'credentials' || elsewhere === undefined || accepted.has(service)) return undefined;
  return { acceptedBy: elsewhere };
}
