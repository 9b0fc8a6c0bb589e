import { join } from 'node:path';

/** Files that a release has as assets, in the folder of the release. */
export const assets = { checksums: 'checksums.txt', sbom: 'sbom.cdx.json' } as const;

/** The notes of the release, in the folder of the release. */
export const notesFile = 'notes.md';

/** Where a release is prepared, from the root of the repository. */
export function releaseFolder(root: string): string {
  return join(root, 'build', 'release');
}
