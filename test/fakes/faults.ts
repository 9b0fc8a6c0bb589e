/**
 * A fault of one request. `cut`, `cut-reset`, `garbled`, `empty`, `endless` and every `applied-then-*`
 * perform the operation and corrupt or lose the response; `hangup` closes the connection, `reset` resets
 * it (TCP RST), `end` closes only the fake server's half of it (FIN); `drip` sends the body in 16 pieces, so many milliseconds
 * apart.
 */
export type Fault =
  | { readonly fault: PlainFault }
  | {
      readonly fault: 'slow' | 'drip';
      readonly ms: number;
      /** Closes the connection after the response. */
      readonly closes?: true;
    }
  | {
      readonly fault: 'error';
      readonly status: number;
      readonly code: string;
      readonly message: string;
      /** Further headers of the response. */
      readonly headers?: Readonly<Record<string, string>>;
    }
  | {
      /** The response of a filter or gateway on the way, which may have passed the request on. */
      readonly fault: 'page' | 'applied-then-page';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      /** A page of HTML where left out. */
      readonly body?: string;
    };

/** The faults that need no further value. */
export type PlainFault =
  | 'throttle'
  | 'status500'
  | 'status500-empty'
  | '502-html'
  | '503-unavailable'
  | 'hang'
  | 'hangup'
  | 'reset'
  | 'cut'
  | 'cut-reset'
  | 'garbled'
  | 'empty'
  | 'endless'
  | 'applied-then-hang'
  | 'applied-then-hangup'
  | 'applied-then-reset'
  | 'applied-then-end'
  | 'applied-then-500'
  | 'applied-then-503';

/** A fault of an operation: `skip` requests pass (default 0), then `times` requests fail (default 1). */
export type FaultRule = Fault & {
  readonly operation: string;
  readonly times?: number;
  readonly skip?: number;
  readonly when?: 'dry-run' | 'real';
};

/** The faults that all fake servers inject. */
export interface Faults {
  add(rule: FaultRule): void;
  clear(): void;
  /** The rules that are not used up, so that a test knows whether its faults occurred. */
  pending(): readonly FaultRule[];
  /** The fault of the next request of the operation, if it has one. */
  take(operation: string, dryRun: boolean): Fault | undefined;
}

interface Scripted {
  readonly rule: FaultRule;
  skip: number;
  times: number;
}

/** No faults. Rules for the same requests apply one after another, in the order they were added. */
export function createFaults(): Faults {
  let script: Scripted[] = [];
  return {
    add: (rule) => void script.push({ rule, skip: rule.skip ?? 0, times: rule.times ?? 1 }),
    clear: () => {
      script = [];
    },
    pending: () => script.map(({ rule }) => rule),
    take(operation, dryRun) {
      const current = script.find(({ rule }) => concerns(rule, operation, dryRun));
      if (current === undefined) return undefined;
      if (current.skip > 0) {
        current.skip -= 1;
        return undefined;
      }
      current.times -= 1;
      if (current.times <= 0) script = script.filter((scripted) => scripted !== current);
      return current.rule;
    },
  };
}

function concerns(rule: FaultRule, operation: string, dryRun: boolean): boolean {
  const mode = dryRun ? 'dry-run' : 'real';
  return rule.operation === operation && (rule.when === undefined || rule.when === mode);
}
