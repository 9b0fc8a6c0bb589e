import { parseDocument } from 'yaml';
import { parseConfig } from '../src/config/parse.ts';
import type { Program } from './programs.ts';
import { measurePairs, ratio } from './samples.ts';
import type { Row } from './table.ts';

/** The cost of reading a file of 10,000 associations, relative to only parsing its YAML. */
export async function configRow(runs: number): Promise<Row> {
  const text = fileOf(10_000);
  const read = () => {
    const { problems = [] } = parseConfig(text, 'byoasn.yml', { specialUse: 'accept' });
    if (problems.length > 0)
      throw new Error(`The file of the bench has ${problems.length} problems`);
  };
  const samples = await measurePairs(
    inProcess(() => parseDocument(text)),
    inProcess(read),
    runs,
  );
  const measure = 'wall, 10,000 associations read / their YAML';
  return { measure, unit: 'x', ...ratio(samples, 'wallMs'), goal: 3, limit: 4 };
}

function fileOf(count: number): string {
  const entries = Array.from(
    { length: count },
    (_, index) => `      - { asn: 64500, cidr: "2001:db8:${index.toString(16)}::/48" }`,
  );
  const target = '  - account: "111122223333"\n    region: us-west-2\n    associations:';
  return ['version: 1', 'targets:', target, ...entries, ''].join('\n');
}

function inProcess(run: () => unknown): Program {
  return () => {
    const start = performance.now();
    run();
    return Promise.resolve({ exitCode: 0, log: '', wallMs: performance.now() - start });
  };
}
