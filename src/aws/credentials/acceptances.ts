import { CallError } from '../errors/call-error.ts';

/** Waits for a call that was signed with the key in use. */
export type Watch = <T>(call: Promise<T>) => Promise<T>;

/** Where AWS has accepted the access keys of this process so far. */
export interface Acceptances {
  /** `place` is a service in a Region, as a message names it. */
  add(accessKeyId: string, place: string): void;
  /**
   * Notes the calls of a place that succeed. Where the place rejects a key that another has accepted,
   * the error says so: then the key is not what is wrong.
   */
  watch(place: string, keyInUse: () => string): Watch;
}

/** Acceptances that all connections of a process share. */
export function openAcceptances(): Acceptances {
  const places = new Map<string, Set<string>>();
  const placesOf = (accessKeyId: string) => {
    const known = places.get(accessKeyId) ?? new Set<string>();
    places.set(accessKeyId, known);
    return known;
  };
  return {
    add: (accessKeyId, place) => void placesOf(accessKeyId).add(place),
    watch: (place, keyInUse) => async (call) => {
      try {
        const answer = await call;
        placesOf(keyInUse()).add(place);
        return answer;
      } catch (error) {
        throw saying(error, place, placesOf(keyInUse()));
      }
    },
  };
}

/** A key that the same place has accepted before was good, and is not any more. */
function saying(error: unknown, place: string, accepted: ReadonlySet<string>): unknown {
  const [elsewhere] = accepted;
  if (!(error instanceof CallError) || error.result.kind !== 'credentials') return error;
  if (elsewhere === undefined || accepted.has(place)) return error;
  return new CallError({ ...error.result, acceptedBy: elsewhere }, error.cause);
}
