import { tool } from '../tools.ts';
import { actionlint } from './actionlint.ts';
import type { Finding, WorkflowText } from './documents.ts';
import { unknownNames } from './interface.ts';
import { languageService } from './language-service.ts';
import { wrongPermissions } from './permissions.ts';
import { unpinned } from './pins.ts';
import { zizmor } from './zizmor.ts';

export const checkerNames = [
  'GitHub language service',
  'actionlint',
  'zizmor, pedantic',
  'inputs and outputs',
  'permissions',
  'pins',
] as const;

export type CheckerName = (typeof checkerNames)[number];

/** Finds defects in workflows. */
export type Checker = (
  workflows: readonly WorkflowText[],
) => readonly Finding[] | Promise<readonly Finding[]>;

/** A checker by its name; undefined where its program is not installed. */
export const checkers: Readonly<Record<CheckerName, Checker | undefined>> = {
  'GitHub language service': languageService,
  actionlint: withActionlint(),
  'zizmor, pedantic': withZizmor(),
  'inputs and outputs': unknownNames,
  permissions: wrongPermissions,
  pins: unpinned,
};

function withActionlint(): Checker | undefined {
  const [program, shellcheck] = [tool('actionlint'), tool('shellcheck')];
  if (program === undefined || shellcheck === undefined) return undefined;
  return (workflows) => actionlint(program, shellcheck, workflows);
}

function withZizmor(): Checker | undefined {
  const program = tool('zizmor');
  return program === undefined ? undefined : (workflows) => zizmor(program, workflows);
}
