import type { Watch } from '../call.ts';
import { CallError, type CallResult } from '../errors/call-error.ts';

type PolicyOwner = NonNullable<CallResult['sessionPolicy']>;

/** The access keys of one connection, and where AWS accepts them; a service is one in a Region. */
export interface KeyWatch {
  /** The access key that signs from now on. */
  use(accessKeyId: string): void;
  /** Records that a service accepts the key. */
  accept(service: string): void;
  /**
   * Records each request that a service accepts, if the response `proves` it. The error of a request that
   * it rejects says whether another service accepted the key, and whose session policy denies the request.
   */
  watch(service: string): Watch;
}

/** Opens the watch of a connection; all of them share what they record. */
export type Acceptances = (policyOwner: PolicyOwner) => KeyWatch;

/** The acceptances of a process, none so far. */
export function openAcceptances(): Acceptances {
  const services = new Map<string, Set<string>>();
  return (policyOwner) => {
    let accepted = new Set<string>();
    return {
      use: (accessKeyId) => {
        accepted = services.get(accessKeyId) ?? new Set();
        services.set(accessKeyId, accepted);
      },
      accept: (service) => void accepted.add(service),
      watch:
        (service) =>
        async (request, proves = () => true) => {
          try {
            const response = await request;
            if (proves(response)) accepted.add(service);
            return response;
          } catch (error) {
            if (!(error instanceof CallError)) throw error;
            if (error.result.kind === 'permitted') accepted.add(service);
            const details = explain(error.result, service, accepted, policyOwner);
            throw details ? new CallError({ ...error.result, ...details }, error.cause) : error;
          }
        },
    };
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
