import type { Call, Received } from './server.ts';
import { ServiceError } from './service-error.ts';
import { signerOf } from './signature.ts';

/** The parameters of an operation, without Action and Version. */
export type Parameters = Readonly<Record<string, 'required' | 'optional'>>;

/** A request of AWS's query protocol: parameters in a form body, the operation in `Action`. */
export function queryCall(received: Received): Call {
  const { Action: operation = '', ...params } = Object.fromEntries(
    new URLSearchParams(received.body),
  );
  const signer = signerOf(received);
  return {
    operation,
    params,
    dryRun: params.DryRun === 'true',
    ...signer,
  };
}

/** Throws for what is no query request of this API version at all. */
export function checkRequest(received: Received, { operation, params }: Call, version: string) {
  const { pathname } = received.url;
  const type = received.headers['content-type'] ?? '';
  if (received.method !== 'POST' || pathname !== '/' || !type.includes('x-www-form-urlencoded')) {
    throw new ServiceError(
      400,
      'InvalidRequest',
      'The fake servers take form bodies posted to / only.',
    );
  }
  if (operation === '') throw missing('Action');
  if (params.Version === undefined) throw missing('Version');
  if (params.Version !== version) {
    const message = `The requested version (${params.Version}) does not exist.`;
    throw new ServiceError(400, 'NoSuchVersion', message);
  }
}

/** Throws for a missing parameter, and for one that the operation does not have. */
export function checkParameters(params: Call['params'], known: Parameters): void {
  for (const name of Object.keys(params)) {
    if (name !== 'Version' && known[name] === undefined) {
      const message = `The parameter ${name} is not recognized`;
      throw new ServiceError(400, 'UnknownParameter', message);
    }
  }
  for (const [name, requirement] of Object.entries(known)) {
    if (requirement === 'required' && (params[name] ?? '') === '') throw missing(name);
  }
}

function missing(name: string): ServiceError {
  return new ServiceError(
    400,
    'MissingParameter',
    `The request must contain the parameter ${name}`,
  );
}
