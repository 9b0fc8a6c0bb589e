import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OpenAPIBackend } from 'openapi-backend';
import type { Received } from '../server.ts';
import { ServiceError } from '../service-error.ts';

/** What a request asks of an operation; `params` has the path's values and the query's. */
export interface OperationCall {
  readonly operation: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** GitHub's own description of the operations, which checks requests and responses. */
export interface Description {
  /** Undefined for a method and path that are not described. */
  read(received: Received): OperationCall | undefined;
  /** Throws GitHub's ServiceError for a request that its description forbids. */
  checkRequest(received: Received, operation: string): void;
  /** Throws a plain Error, which no client gets to see: the fake server itself is wrong. */
  checkResponse(operation: string, status: number, body: unknown): void;
  /** A value that the description allows for a response. */
  sample(operation: string, status: number): Readonly<Record<string, unknown>>;
}

let described: Promise<Description> | undefined;

/** The description in openapi.json. Its schemas cost enough time that a process compiles them once. */
export function describeGitHub(): Promise<Description> {
  described ??= readDescription();
  return described;
}

async function readDescription(): Promise<Description> {
  const definition = JSON.parse(readFileSync(join(import.meta.dirname, 'openapi.json'), 'utf8'));
  const api = await new OpenAPIBackend({
    definition,
    strict: true,
    quick: true,
    coerceTypes: true,
    ajvOpts: { formats },
  }).init();

  const requestOf = ({ method, url, headers, body }: Received) => ({
    method,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, text ?? ''])),
    ...(body !== '' && { body }),
  });

  return {
    read(received) {
      const request = requestOf(received);
      const operation = api.matchOperation(request);
      if (operation?.operationId === undefined) return undefined;
      const { params, requestBody: body } = api.router.parseRequest(request, operation);
      const texts = Object.entries({ ...params, ...request.query }).map(([name, value]) => [
        name,
        String(value),
      ]);
      return {
        operation: operation.operationId,
        path: request.path,
        params: Object.fromEntries(texts),
        body,
      };
    },
    checkRequest(received, operation) {
      const { errors } = api.validateRequest(requestOf(received), operation);
      if (errors?.some(({ keyword }) => keyword === 'parse')) {
        throw new ServiceError(400, 'BadRequest', 'Problems parsing JSON');
      }
      if (errors?.some(({ instancePath }) => instancePath.startsWith('/path'))) {
        throw new ServiceError(404, 'NotFound', 'Not Found');
      }
      const problems = errors?.map(({ instancePath, message }) => `${instancePath} ${message}`);
      if (problems) {
        throw new ServiceError(422, 'InvalidRequest', `Invalid request.\n\n${problems.join('\n')}`);
      }
    },
    checkResponse(operation, status, body) {
      const { errors } = api.validateResponse(body, operation, status);
      if (!errors) return;
      const problems = errors.map(({ instancePath, message }) => `${instancePath} ${message}`);
      throw new Error(`${operation} would not answer ${status} like that: ${problems.join('; ')}`);
    },
    sample: (operation, status) => api.mockResponseForOperation(operation, { code: status }).mock,
  };
}

const formats = {
  'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
  uri: (text: string) => URL.canParse(text),
  email: (text: string) => text.includes('@'),
};
