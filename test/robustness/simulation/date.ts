/** The virtual clock's 0 in milliseconds since 1970, so that no real time appears. */
export const epoch = Date.UTC(2030, 0, 1);

/** Makes `Date`, with which a run signs its requests, follow its clock, in milliseconds, until undone. */
export function setDateBy(now: () => number): () => void {
  const RealDate = globalThis.Date;
  globalThis.Date = class extends RealDate {
    constructor(...given: readonly unknown[]) {
      super(...((given.length === 0 ? [epoch + now()] : given) as [number]));
    }
    static override now() {
      return epoch + now();
    }
  } as DateConstructor;
  return () => {
    globalThis.Date = RealDate;
  };
}
