import type { BucketSize } from './buckets.ts';
import type { Ec2Behaviour } from './ec2-behaviour.ts';
import type { Ipam } from './ipam.ts';
import { pageOf } from './paging.ts';
import type { Parameters } from './query.ts';
import type { ChangeRecord } from './request-log.ts';
import { invalidValue } from './service-error.ts';
import { type Element, element } from './xml.ts';

/** An EC2 operation: its parameters, its token bucket, and its response after `requestId`. */
export interface Operation {
  readonly parameters: Parameters;
  readonly bucket: BucketSize;
  /** The name of a bucket that operations share. */
  readonly sharedBucket?: string;
  perform(request: OperationRequest): Element[];
}

/** A signed, authorized request with checked parameter names. */
export interface OperationRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly account: string;
  /** The Region that the request is signed for. */
  readonly region: string;
  /** The state of that Region. */
  readonly ipam: Ipam;
  /** The state of all Regions of the account. */
  readonly regions: ReadonlyMap<string, Ipam>;
  readonly behaviour: Ec2Behaviour;
  readonly at: number;
  changed(change: Pick<ChangeRecord, 'verb' | 'asn' | 'cidr' | 'from'>): void;
}

/** The limits of `MaxResults`. */
const pages = { smallest: 1, largest: 100 } as const;

/** A page of a listing as a set of items, with the token of the next page. */
export function listing<Item>(
  name: string,
  items: readonly Item[],
  xml: (item: Item) => Element[],
  { params, behaviour: { emptyPages, pageSize } }: OperationRequest,
  { smallest, largest }: { readonly smallest: number; readonly largest: number } = pages,
): Element[] {
  const { MaxResults: text = String(largest), NextToken: token } = params;
  const size = /^\d+$/.test(text) ? Number(text) : 0;
  if (size < smallest || size > largest) throw invalidValue('MaxResults', text);
  const page = pageOf(items, token, { emptyPages, pageSize: Math.min(size, pageSize) });
  const elements = page.items.map((item) => element('item', xml(item)));
  return [element(name, elements), element('nextToken', page.nextToken)];
}
