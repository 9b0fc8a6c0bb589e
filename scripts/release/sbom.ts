import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, wrong } from './finding.ts';

/** A CycloneDX bill of materials (https://cyclonedx.org/docs/1.5/json/), with the fields that are used here. */
interface Sbom {
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
  readonly scope?: string;
  readonly properties?: readonly { readonly name: string }[];
}

/**
 * The output of `npm sbom` for the packages in dist/ (licenses.txt), which are all development dependencies,
 * because users of the bundle need none of them. Reproducible, so that a published release can be prepared
 * again.
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
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const { metadata, serialNumber: _random, ...sbom }: Sbom = JSON.parse(stdout);
  const { timestamp: _now, ...lasting } = metadata;
  // npm uses the name of the checkout's folder.
  const component = { ...metadata.component, name: JSON.parse(read('package.json')).name };
  const bill = keepOnly(bundledPackages(read('dist/licenses.txt')), {
    ...sbom,
    metadata: { ...lasting, component },
  });
  return { ...bill, serialNumber: serialNumberOf(bill) };
}

/** A UUID of the contents (version 8, https://www.rfc-editor.org/rfc/rfc9562#section-5.8). */
function serialNumberOf(bill: Sbom): string {
  const digits = createHash('sha256').update(JSON.stringify(bill)).digest('hex');
  const parts = [digits.slice(0, 8), digits.slice(8, 12), `8${digits.slice(13, 16)}`];
  return `urn:uuid:${[...parts, `8${digits.slice(17, 20)}`, digits.slice(20, 32)].join('-')}`;
}

/** Packages in dist/licenses.txt that the bill lacks. */
export function checkSbom({ components }: Sbom, licenses: string): readonly Finding[] {
  const listed = new Set(components.map(({ name, version }) => `${name}@${version}`));
  const bundled = bundledPackages(licenses);
  if (bundled.size === 0) return [wrong('dist/licenses.txt names no package.')];
  return [...bundled]
    .filter((named) => !listed.has(named))
    .map((named) => wrong(`The SBOM lacks ${named}, which is in dist/.`));
}

/** NAME@VERSION of every package in dist/licenses.txt. */
export function bundledPackages(licenses: string): ReadonlySet<string> {
  const titles = licenses.matchAll(/^((?:@[\w.-]+\/)?[\w.-]+) (\d+\.\d+\.\d+\S*) \(.+\)$/gm);
  return new Set([...titles].map(([, name, version]) => `${name}@${version}`));
}

/** The bill with only the root and the packages in `refs`. */
function keepOnly(refs: ReadonlySet<string>, sbom: Sbom): Sbom {
  const kept = ({ ref }: { readonly ref: string }) =>
    refs.has(ref) || ref === sbom.metadata.component['bom-ref'];
  return {
    ...sbom,
    components: sbom.components
      .filter((component) => refs.has(component['bom-ref']))
      .map(asRequired),
    dependencies: sbom.dependencies.filter(kept).map(({ ref, dependsOn = [] }) => ({
      ref,
      dependsOn: dependsOn.filter((dependency) => refs.has(dependency)),
    })),
  };
}

/** npm lists it as optional and for development, which is wrong for the bundle. */
function asRequired({ properties = [], ...component }: Component): Component {
  const lasting = properties.filter(({ name }) => name !== 'cdx:npm:package:development');
  return { ...component, scope: 'required', properties: lasting };
}
