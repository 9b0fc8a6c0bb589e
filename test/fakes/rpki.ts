import { Address4, Address6 } from 'ip-address';
import { type FakeAnnouncements, lookingGlass } from './looking-glass.ts';
import { type Listening, type Reply, type Service, type Shared, serve } from './server.ts';
import { ServiceError } from './service-error.ts';

/** A VRP. */
export interface FakeVrp {
  readonly asn: number;
  readonly prefix: string;
  readonly maxLength: number;
}

/** What the servers know, and how old they say it is. */
export interface RpkiBehaviour {
  vrps: readonly FakeVrp[];
  ageHours: number;
  announcements: FakeAnnouncements;
}

/**
 * RIPEstat (`/data/rpki-validation/data.json` and `/data/looking-glass/data.json`, as stat.ripe.net/docs has
 * them) and a Routinator (`/json`, as version 0.15.3 answers) on loopback, with the same VRPs.
 */
export interface FakeRpki extends Listening {
  readonly behaviour: RpkiBehaviour;
  /** Variables with which a step finds it as stat.ripe.net. */
  readonly env: Readonly<Record<string, string>>;
}

/** Makes every pair of the default fixtures valid, from Amazon's ASNs too. */
const defaultVrps = [64_500, 64_501, 16_509, 14_618].flatMap((asn): FakeVrp[] => [
  { asn, prefix: '198.51.100.0/24', maxLength: 24 },
  { asn, prefix: '203.0.113.0/24', maxLength: 24 },
  { asn, prefix: '2001:db8:1000::/48', maxLength: 48 },
]);

const operations: Readonly<Record<string, string>> = {
  '/json': 'vrps',
  '/data/rpki-validation/data.json': 'rpki-validation',
  '/data/looking-glass/data.json': 'looking-glass',
};

const breakdowns = {
  throttled: new ServiceError(429, 'TooManyRequests', 'Too many requests.'),
  failed: new ServiceError(500, 'ServerError', 'Internal server error.'),
  unavailable: new ServiceError(503, 'Unavailable', 'Initial validation ongoing. Please wait.'),
};

const ripestatNames = new URL('ripestat-names.mjs', import.meta.url).href;

/** Both without a server. */
export function rpkiService(behaviour: Readonly<RpkiBehaviour>, now: () => number): Service {
  return {
    name: 'rpki',
    breakdowns,
    call: ({ url }) => ({
      operation: operations[url.pathname] ?? `GET ${url.pathname}`,
      params: Object.fromEntries(url.searchParams),
      dryRun: false,
    }),
    perform: ({ url }) => {
      switch (operations[url.pathname]) {
        case 'vrps':
          return json(routinator(url, behaviour, now()));
        case 'rpki-validation':
          return json(rpkiValidation(url, behaviour));
        case 'looking-glass':
          return json(ripestat('looking-glass', '2.1', seen(url, behaviour, now())));
        default:
          throw new ServiceError(404, 'NotFound', 'Not found.');
      }
    },
    error: ({ status, message }) => ({ status, contentType: 'text/plain', body: message }),
  };
}

/** Starts both on one random port. */
export async function startRpki(shared: Shared): Promise<FakeRpki> {
  const behaviour: RpkiBehaviour = { vrps: defaultVrps, ageHours: 0, announcements: [] };
  const service = rpkiService(behaviour, shared.now);
  const listening = await serve(service, shared);
  const { port } = new URL(listening.url);
  const env = { NODE_OPTIONS: `--import=${ripestatNames}`, FAKE_RIPESTAT_PORT: port };
  return { ...listening, behaviour, env };
}

function json(document: object): Reply {
  return { status: 200, contentType: 'application/json', body: JSON.stringify(document) };
}

function covering(prefix: string, { vrps }: Pick<RpkiBehaviour, 'vrps'>): readonly FakeVrp[] {
  const address = (text: string) => (text.includes(':') ? new Address6(text) : new Address4(text));
  const wanted = address(prefix);
  return vrps.filter((vrp) => {
    const covers = address(vrp.prefix);
    return covers.constructor === wanted.constructor && wanted.isInSubnet(covers);
  });
}

function routinator(url: URL, behaviour: RpkiBehaviour, now: number): object {
  const made = new Date(now - behaviour.ageHours * 3_600_000);
  const prefix = url.searchParams.get('select-prefix') ?? '';
  return {
    metadata: { generated: Math.floor(made.getTime() / 1000), generatedTime: made.toISOString() },
    roas: covering(prefix, behaviour).map(({ asn, ...vrp }) => ({
      asn: `AS${asn}`,
      ...vrp,
      ta: 'N/A',
    })),
  };
}

function rpkiValidation(url: URL, behaviour: RpkiBehaviour): object {
  const prefix = url.searchParams.get('prefix') ?? '';
  const resource = url.searchParams.get('resource') ?? '';
  const length = Number(prefix.split('/')[1]);
  const roas = covering(prefix, behaviour).map((vrp) => ({
    origin: String(vrp.asn),
    prefix: vrp.prefix,
    max_length: vrp.maxLength,
    validity: validityOf(vrp, resource, length),
  }));
  const validities = roas.map(({ validity }) => validity);
  const status =
    ['valid', 'invalid_length', 'invalid_asn'].find((state) => validities.includes(state)) ??
    'unknown';
  return ripestat('rpki-validation', '0.3', {
    ...{ validating_roas: roas, status, validator: 'routinator', resource, prefix },
  });
}

function seen({ searchParams }: URL, { announcements }: RpkiBehaviour, now: number): object {
  return lookingGlass(searchParams.get('resource') ?? '', announcements, now);
}

/** RIPEstat's response to a data call. */
export function ripestat(name: string, version: string, data: object): object {
  return {
    messages: [],
    see_also: [],
    version,
    data_call_name: name,
    data_call_status: 'supported',
    cached: false,
    data,
    status: 'ok',
    status_code: 200,
  };
}

/** The RPKI state of a prefix from an ASN, by these VRPs (RFC 6811). */
export function rpkiState(
  vrps: readonly FakeVrp[],
  prefix: string,
  asn: string,
): 'valid' | 'invalid' | 'not-found' {
  const found = covering(prefix, { vrps });
  const length = Number(prefix.split('/')[1]);
  if (found.some((vrp) => validityOf(vrp, asn, length) === 'valid')) return 'valid';
  return found.length > 0 ? 'invalid' : 'not-found';
}

function validityOf({ asn, maxLength }: FakeVrp, resource: string, length: number): string {
  if (String(asn) !== resource) return 'invalid_asn';
  return length <= maxLength ? 'valid' : 'invalid_length';
}
