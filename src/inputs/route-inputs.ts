import { parseApprovedRoutes } from '../domain/approved-routes.ts';
import { parseCidr } from '../domain/cidr.ts';
import { parseOrigin } from '../domain/origin.ts';
import type { SpecialUse } from '../domain/parsed.ts';
import {
  type Build,
  type Check,
  checkCommon,
  checkFile,
  createReader,
  type Source,
  unwrap,
} from './inputs.ts';
import {
  mustBeEmpty,
  parseBoolean,
  parseCount,
  parseExpectedPlan,
  parseRegionInput,
  parseVerify,
} from './parsers.ts';
import type { Environment } from './runner.ts';

/**
 * The defaults of route/action.yml that limit a run. GitHub passes an input that is set to an expression
 * without a value as an empty text: that must lift no limit.
 */
const limits: Readonly<Record<string, string>> = {
  'max-changes': '1',
  rpki: 'ripestat',
  'rpki-policy': 'require-valid',
};

/** Reads the inputs of the action for routes. Only a dry run may leave out the approved plan. */
export const readRouteInputs = createReader((check, form, env, workspace) => {
  const specialUse = check('allow-special-use', parseBoolean).value ? 'accept' : 'refuse';
  const { source, region } =
    form === 'inputs'
      ? checkRoute(check, env, specialUse)
      : checkFile(check, ['cidr', 'origin', 'aws-region'], env, workspace);
  const checkLimited: Check = (name, parse) =>
    check(name, (text) => parse(text || (limits[name] ?? '')));
  const common = checkCommon(checkLimited, { form, region, env });
  const approved = check('expected-plan', (text) =>
    text === '' && common.isDryRun
      ? { value: undefined }
      : parseExpectedPlan(text, parseApprovedRoutes),
  );
  const verify = check('verify', parseVerify);
  const timeoutSeconds = check('verify-timeout-seconds', parseCount(20, 3_600, 180));
  return () => ({
    ...common.build(),
    action: 'routes',
    source: source(),
    specialUse,
    expectedPlan: unwrap(approved)?.digest,
    approvedChanges: undefined,
    approvedRoutes: unwrap(approved)?.changes,
    allowRemove: false,
    unmanaged: 'report',
    allCidrs: false,
    onFailure: 'stop',
    until: 'end-state',
    verify: { policy: unwrap(verify), timeoutSeconds: unwrap(timeoutSeconds) },
  });
});

/** The route of the inputs, and its Region, empty if that has a problem. */
function checkRoute(
  check: Check,
  env: Environment,
  specialUse: SpecialUse['specialUse'],
): { readonly source: Build<Source>; readonly region: string } {
  const cidr = check('cidr', (text) => parseCidr(text, { specialUse }));
  const origin = check('origin', (text) => parseOrigin(text, { specialUse }));
  const region = check('aws-region', (text) => parseRegionInput(text, env));
  check('target', mustBeEmpty('only works with config'));
  const source = (): Source => {
    const route = { cidr: unwrap(cidr), origin: unwrap(origin), note: '', location: undefined };
    const name = unwrap(region);
    const target = { name, accountId: undefined, region: name, associations: [], routes: [route] };
    return { form: 'inputs', target };
  };
  return { source, region: region.value ?? '' };
}
