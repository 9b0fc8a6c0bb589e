import { originName } from '../domain/origin.ts';
import type { RouteStep } from '../domain/step.ts';
import type { RouteOutcome } from '../outcome/run-state.ts';
import type { Cell } from './cell.ts';

/** The origin of a route before and after, `AWS to AS64500`; one of them where they are the same. */
export function originCell({ step, route, originBefore: { origin: before } }: RouteOutcome): Cell {
  const isSame = step === undefined || before === route.origin;
  return {
    text: isSame ? originName(route.origin) : changeName(before, route.origin),
    isBold: !isSame && before === 'unknown',
    remarks: [],
  };
}

/** `AWS to AS64500`. */
export function changeName(before: string, after: string): string {
  return `${originName(before)} to ${originName(after)}`;
}

/** What RPKI says of the origins to which a change could go back. */
export function wayBackRemarks({ rpki }: RouteOutcome): readonly string[] {
  const missing = rpki?.wayBack.filter(({ state }) => state !== 'valid') ?? [];
  return [...Map.groupBy(missing, ({ state }) => state)].map(([state, origins]) => {
    const names = origins.map(({ asn }) => `AS${asn}`).join(', ');
    return `${state === 'invalid' ? 'no way back' : 'way back'} to ${names}: ${state}`;
  });
}

/** Whether a step changes how traffic flows that flows now. */
export function movesTraffic(step: RouteOutcome['step']): boolean {
  return step === 'swap' || step === 'withdraw';
}

const participles: Readonly<Partial<Record<RouteStep, string>>> = {
  advertise: 'advertised',
  swap: 'swapped',
  withdraw: 'withdrawn',
};

/** What a plan does with a route, or would do if nothing refused it. */
export function plannedChange(step: RouteStep, plan: 'open' | 'refused'): string {
  return plan === 'open' ? step : `would be ${participles[step] ?? 'changed'}`;
}

/** What came of a change: an origin that is not the wanted one, and what route collectors see. */
export function resultRemarks({ route, originNow, verification }: RouteOutcome): readonly string[] {
  const isWanted = originNow === undefined || originNow.origin === route.origin;
  return [
    ...(isWanted ? [] : [`origin now ${originName(originNow.origin)}`]),
    ...(verification
      ? [`${verification.verified === 'none' ? 'not verified' : 'verified'}: ${verification.text}`]
      : []),
  ];
}

/** Whether route collectors were asked, and did not show the wanted origin. */
export function isMissed({ verification }: Pick<RouteOutcome, 'verification'>): boolean {
  return verification?.verified === 'none';
}
