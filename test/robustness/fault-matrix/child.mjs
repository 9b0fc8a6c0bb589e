// Loaded into the step's process before the bundle: a network and a clock that are out of order.
// FAULT_LOOKUP is `refused`, `addresses` (several, all of which refuse) or `dns`; FAULT_AFTER lookups of FAULT_HOST pass, then FAULT_TIMES fail.
import dns from 'node:dns';

const { FAULT_HOST, FAULT_LOOKUP, FAULT_AFTER, FAULT_TIMES, FAULT_CLOCK_MS } = process.env;
const first = Number(FAULT_AFTER ?? 0);
const end = first + Number(FAULT_TIMES ?? 0);
const { lookup } = dns;
let lookups = 0;
// The fake servers listen only on 127.0.0.1, the only loopback address that macOS has.
const noAddress =
  process.platform === 'darwin'
    ? [
        { address: '::1', family: 6 },
        { address: '::1', family: 6 },
      ]
    : [
        { address: '127.0.0.2', family: 4 },
        { address: '127.0.0.3', family: 4 },
      ];

dns.lookup = (name, options, callback) => {
  if (!name.endsWith('.test')) return lookup(name, options, callback);
  const at = name === FAULT_HOST ? lookups++ : -1;
  const fails = at >= first && at < end;
  process.nextTick(() => {
    if (fails && FAULT_LOOKUP === 'dns') return callback(unresolved(name));
    const there = fails ? noAddress : [{ address: '127.0.0.1', family: 4 }];
    const found = FAULT_LOOKUP === 'addresses' ? there : there.slice(0, 1);
    const [{ address, family }] = found;
    return options.all ? callback(null, found) : callback(null, address, family);
  });
};

function unresolved(hostname) {
  const code = 'EAI_AGAIN';
  const error = new Error(`getaddrinfo ${code} ${hostname}`);
  return Object.assign(error, { code, errno: -3001, syscall: 'getaddrinfo', hostname });
}

if (FAULT_CLOCK_MS) {
  const RealDate = Date;
  const now = () => RealDate.now() + Number(FAULT_CLOCK_MS);
  globalThis.Date = class extends RealDate {
    constructor(...parts) {
      super(...(parts.length === 0 ? [now()] : parts));
    }
    static now = now;
  };
}
