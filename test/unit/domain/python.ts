import { spawnSync } from 'node:child_process';

/** Whether Python 3 is on the machine. */
export const hasPython = spawnSync('python3', ['--version']).status === 0;

const program = `
import ipaddress, json, sys
def read(text):
    try:
        return str(ipaddress.ip_network(text, strict=True))
    except ValueError:
        return None
print(json.dumps([read(text) for text in json.load(sys.stdin)]))
`;

/** What Python's `ipaddress.ip_network` makes of each text, null where it refuses; one process. */
export function readNetworks(texts: readonly string[]): readonly (string | null)[] {
  const { stdout, stderr, status } = spawnSync('python3', ['-c', program], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
