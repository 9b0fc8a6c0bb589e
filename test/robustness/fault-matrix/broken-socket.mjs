// Loaded into the step's process before the bundle: an open connection that breaks, as where a router
// on the way says that the host is out of reach. The BROKEN_NTH request to BROKEN_HOST meets
// BROKEN_CODE half a second after it has left.
import { subscribe } from 'node:diagnostics_channel';

const { BROKEN_HOST, BROKEN_NTH, BROKEN_CODE: code } = process.env;
let requests = 0;

subscribe('http.client.request.start', ({ request }) => {
  if (request.getHeader('host') !== BROKEN_HOST) return;
  requests += 1;
  if (requests !== Number(BROKEN_NTH)) return;
  setTimeout(() => {
    const error = new Error(`read ${code}`);
    request.socket.destroy(Object.assign(error, { code, errno: -113, syscall: 'read' }));
  }, 500);
});
