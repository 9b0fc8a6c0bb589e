import { CallError } from '../errors/call-error.ts';

/** Waits for a call that was signed with the key in use. */
export type Watch = <T>(call: Promise<T>) => Promise<T>;

/** Where AWS has accepted the access keys of this process so far. */
export interface Acceptances {
  /** `service` is a service in a Region, as messages name it. */
  add(accessKeyId: string, service: string): void;
  /**
   * Records the calls to a service that succeed. Where the service rejects a key that another has
   * accepted, the error says so: the key is not what is wrong.
   */
  watch(service: string, keyInUse: () => string): Watch;
}

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
    watch: (service, keyInUse) => async (call) => {
      try {
        const answer = await call;
        servicesOf(keyInUse()).add(service);
        return answer;
      } catch (error) {
        throw withAcceptance(error, service, servicesOf(keyInUse()));
      }
    },
  };
}

/** Says nothing where the same service has accepted the key before: the key is no longer valid. */
function withAcceptance(error: unknown, service: string, accepted: ReadonlySet<string>): unknown {
  const [elsewhere] = accepted;
  if (!(error instanceof CallError) || error.result.kind !== 'credentials') return error;
  if (elsewhere === undefined || accepted.has(service)) return error;
  return new CallError({ ...error.result, acceptedBy: elsewhere }, error.cause);
}
