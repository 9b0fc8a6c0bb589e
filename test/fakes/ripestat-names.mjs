// Loaded into a step by NODE_OPTIONS: stat.ripe.net is a fake server of this machine, without TLS, so that
// no test asks RIPEstat itself.
import https from 'node:https';
import net from 'node:net';

const { createConnection } = https.Agent.prototype;

https.Agent.prototype.createConnection = function connect(options, ...more) {
  if (options.host !== 'stat.ripe.net') return createConnection.call(this, options, ...more);
  return net.connect(Number(process.env.FAKE_RIPESTAT_PORT), '127.0.0.1');
};
