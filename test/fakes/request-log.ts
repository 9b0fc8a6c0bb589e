/** A service that the fake servers play. */
export type ServiceName = 'ec2' | 'sts' | 'oidc' | 'github' | 'rpki';

/** One request and how it went: `ok`, the error's code, or the name of the fault that replaced the answer. */
export interface RequestRecord {
  readonly service: ServiceName;
  readonly operation: string;
  readonly params: Readonly<Record<string, string>>;
  readonly accessKeyId?: string;
  /** The Region that the request was signed for. */
  readonly region?: string;
  readonly at: number;
  readonly outcome: string;
  /** The request id in the answer, where the service gives one. */
  readonly requestId?: string;
  /** The body of an answer that nothing kept from arriving. */
  readonly answer?: string;
}

/** A call that changed state. A repeat that EC2 merely accepted is not one. */
export interface WriteRecord {
  readonly operation: string;
  readonly account: string;
  readonly region: string;
  readonly asn: string;
  readonly cidr: string;
  readonly at: number;
}

/** Everything the fake servers were asked, in the order it was decided. */
export interface RequestLog {
  readonly requests: readonly RequestRecord[];
  readonly writes: readonly WriteRecord[];
  of(operation: string): RequestRecord[];
  request(record: RequestRecord): void;
  write(record: WriteRecord): void;
}

/** An empty request log. */
export function createRequestLog(): RequestLog {
  const requests: RequestRecord[] = [];
  const writes: WriteRecord[] = [];
  return {
    requests,
    writes,
    of: (operation) => requests.filter((record) => record.operation === operation),
    request: (record) => void requests.push(record),
    write: (record) => void writes.push(record),
  };
}
