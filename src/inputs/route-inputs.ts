import { parseApprovedRoutes } from '../domain/approved-routes.ts';
import { parseCidr } from '../domain/cidr.ts';
import { parseOrigin } from '../domain/origin.ts';
import type { SpecialUse } from '../domain/parsed.ts';
import { checkCommon, checkEntry, checkFile, createReader, type Inputs } from './inputs.ts';
import {
  booleanAs,
  combine,
  countOr,
  mapParsed,
  parseExpectedPlan,
  parseVerify,
  type Reading,
} from './parsers.ts';

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
export const readRouteInputs = createReader<Inputs>((reading) => {
  const { check, form } = reading;
  const specialUse = check('allow-special-use', booleanAs('accept', 'refuse'));
  const { source, region } =
    form === 'inputs'
      ? checkRoute(reading, specialUse.value)
      : checkFile(reading, ['cidr', 'origin', 'aws-region']);
  const checkLimited: Reading['check'] = (name, parse) =>
    check(name, (text) => parse(text || (limits[name] ?? '')));
  const common = checkCommon({ ...reading, check: checkLimited }, region);
  const approved = check('expected-plan', (text) =>
    text === '' && common.mode.value === 'plan'
      ? { value: undefined }
      : parseExpectedPlan(text, parseApprovedRoutes),
  );
  return {
    ...common,
    action: { value: 'routes' },
    source,
    specialUse,
    expectedPlan: mapParsed(approved, (plan) => plan?.digest),
    approvedChanges: { value: undefined },
    approvedRoutes: mapParsed(approved, (plan) => plan?.changes),
    allowRemove: { value: false },
    unmanaged: { value: 'report' },
    allCidrs: { value: false },
    onFailure: { value: 'stop' },
    until: { value: 'end-state' },
    verify: combine({
      policy: check('verify', parseVerify),
      timeoutSeconds: check('verify-timeout-seconds', countOr(180, 20, 3_600)),
    }),
  };
});

function checkRoute(reading: Reading, specialUse: SpecialUse['specialUse'] = 'refuse') {
  const cidr = reading.check('cidr', (text) => parseCidr(text, { specialUse }));
  const origin = reading.check('origin', (text) => parseOrigin(text, { specialUse }));
  const route = mapParsed(combine({ cidr, origin }), (pair) => ({
    associations: [],
    routes: [{ ...pair, note: '', location: undefined }],
  }));
  return checkEntry(reading, route);
}
