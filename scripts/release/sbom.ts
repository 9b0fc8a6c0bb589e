import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, wrong } from './finding.ts';

/** A CycloneDX bill of materials (https://cyclonedx.org/docs/1.5/json/), as far as it is used here. */
export interface Sbom {
  readonly serialNumber?: string;
  readonly metadata: {
    readonly timestamp?: string;
    readonly component: { readonly 'bom-ref': string; readonly name: string };
  };
  readonly components: readonly Component[];
  readonly dependencies: readonly {
    readonly ref: string;
    readonly dependsOn?: readonly string[];
  }[];
}

interface Component {
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
}

interface LockedPackage {
  readonly version?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
}

/**
 * What `npm sbom` says of the dependencies in package-lock.json, without those of development. The same
 * for the same files, so that a release can be prepared again after it was published.
 */
export function makeSbom(root: string): Sbom {
  const args = ['sbom', '--package-lock-only', '--sbom-format=cyclonedx'];
  const { status, stdout, stderr, error } = spawnSync('npm', args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`npm ${args.join(' ')} ends with ${status}: ${stderr}`);
  const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));
  const { metadata, serialNumber: _random, ...sbom }: Sbom = JSON.parse(stdout);
  const { timestamp: _now, ...lasting } = metadata;
  // npm names the folder of the checkout instead.
  const component = { ...metadata.component, name: read('package.json').name };
  const bill = keepOnly(shippedRefs(read('package-lock.json').packages), {
    ...sbom,
    metadata: { ...lasting, component },
  });
  return { ...bill, serialNumber: serialNumberOf(bill) };
}

/** A UUID made of the contents (version 8, https://www.rfc-editor.org/rfc/rfc9562#section-5.8). */
function serialNumberOf(bill: Sbom): string {
  const digits = createHash('sha256').update(JSON.stringify(bill)).digest('hex');
  const parts = [digits.slice(0, 8), digits.slice(8, 12), `8${digits.slice(13, 16)}`];
  return `urn:uuid:${[...parts, `8${digits.slice(17, 20)}`, digits.slice(20, 32)].join('-')}`;
}

/** Packages in the bundle, by dist/licenses.txt, that the bill leaves out. */
export function checkSbom({ components }: Sbom, licenses: string): readonly Finding[] {
  const listed = new Set(components.map(({ name, version }) => `${name} ${version}`));
  const bundled = [...licenses.matchAll(/^((?:@[\w.-]+\/)?[\w.-]+ \d+\.\d+\.\d+\S*) \(.+\)$/gm)];
  if (bundled.length === 0) return [wrong('dist/licenses.txt names no package.')];
  return bundled.flatMap(([, named = '']) =>
    listed.has(named) ? [] : [wrong(`The SBOM leaves out ${named}, which is in dist/.`)],
  );
}

/**
 * Packages that are not for development alone. `npm sbom --omit=dev` does not tell: it leaves out what
 * is a dependency and also a development dependency of some package.
 */
function shippedRefs(packages: Readonly<Record<string, LockedPackage>>): ReadonlySet<string> {
  const shipped = Object.entries(packages).filter(
    ([, { dev = false, devOptional = false }]) => !dev && !devOptional,
  );
  return new Set(
    shipped.map(([path, { version }]) => `${path.split('node_modules/').at(-1)}@${version}`),
  );
}

/** The bill with what the root reaches through the packages of `refs` alone. */
function keepOnly(refs: ReadonlySet<string>, sbom: Sbom): Sbom {
  const edges = new Map(sbom.dependencies.map(({ ref, dependsOn = [] }) => [ref, dependsOn]));
  const reached = new Set([sbom.metadata.component['bom-ref']]);
  const next = (ref: string) => (edges.get(ref) ?? []).filter((dependency) => refs.has(dependency));
  // A set yields what is added to it while it is walked through.
  for (const ref of reached) for (const dependency of next(ref)) reached.add(dependency);
  return {
    ...sbom,
    components: sbom.components.filter((component) => reached.has(component['bom-ref'])),
    dependencies: [...reached].map((ref) => ({ ref, dependsOn: next(ref) })),
  };
}
