/** A service of the fake servers. */
export type ServiceName = 'ec2' | 'sts' | 'oidc' | 'github' | 'rpki';

/** One request and its outcome: `ok`, the error's code, or the name of the fault that replaced the response. */
export interface RequestRecord {
  readonly service: ServiceName;
  readonly operation: string;
  readonly params: Readonly<Record<string, string>>;
  readonly accessKeyId?: string;
  /** The Region that the request was signed for. */
  readonly region?: string;
  readonly at: number;
  readonly outcome: string;
  /** The request ID in the response, if the service gives one. */
  readonly requestId?: string;
  /** The body of a response that arrived. */
  readonly answer?: string;
  /** The requests to the service that were in flight when this one came; left out where there were none. */
  readonly alongside?: readonly Pick<RequestRecord, 'operation' | 'accessKeyId' | 'region'>[];
}

/** A call that changed state. A repeat that EC2 merely accepted is not one. */
export interface ChangeRecord {
  readonly operation: string;
  readonly verb: 'associate' | 'disassociate' | 'advertise' | 'withdraw';
  readonly account: string;
  readonly region: string;
  /** The ASN that is associated or not, or the origin from now on: an ASN, `AWS`, or `none`. */
  readonly asn: string;
  /** The origin before, of a CIDR that is advertised or withdrawn: an ASN or `none`. */
  readonly from?: string;
  readonly cidr: string;
  readonly at: number;
}

/** All requests to the fake servers, in the order in which they were handled. */
export interface RequestLog {
  readonly requests: readonly RequestRecord[];
  readonly changes: readonly ChangeRecord[];
  of(operation: string): RequestRecord[];
  recordRequest(record: RequestRecord): void;
  recordChange(record: ChangeRecord): void;
}

/** An empty request log. */
export function createRequestLog(): RequestLog {
  const requests: RequestRecord[] = [];
  const changes: ChangeRecord[] = [];
  return {
    requests,
    changes,
    of: (operation) => requests.filter((record) => record.operation === operation),
    recordRequest: (record) => void requests.push(record),
    recordChange: (record) => void changes.push(record),
  };
}
