import type { Connect } from '../../src/aws/connection.ts';
import type { BoundedContext } from '../../src/context.ts';
import { memoryTransport } from './memory-transport.ts';
import type { VirtualContext } from './retry-context.ts';

/** A context with only a clock, a log and a connection. */
export function boundedContext(connect: Connect, context: VirtualContext): BoundedContext {
  const nothing = () => {};
  return {
    ...context,
    log: {
      ...context.log,
      group: nothing,
      close: nothing,
      lines: nothing,
      notice: nothing,
      warning: nothing,
    },
    readInput: () => '',
    readFile: () => '',
    env: {},
    github: { trigger: 'repository', idToken: undefined },
    cancelled: new AbortController().signal,
    mask: nothing,
    connect,
    transport: memoryTransport({}),
  };
}
