// Loaded into the step by NODE_OPTIONS: names below fakes.example are this machine, and no other name
// leads anywhere, so that a request that goes past its proxy cannot leave.
import dns from 'node:dns';
import type { LookupFunction } from 'node:net';

const lookup: LookupFunction = (hostname, options, callback) => {
  if (!hostname.endsWith('.fakes.example')) {
    const fields = { code: 'ENOTFOUND', syscall: 'getaddrinfo', hostname };
    return callback(Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`), fields), '', 4);
  }
  if (options.all) callback(null, [{ address: '127.0.0.1', family: 4 }]);
  else callback(null, '127.0.0.1', 4);
};

Object.assign(dns, { lookup });
