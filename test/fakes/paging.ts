import { ServiceError } from './service-error.ts';

/** How a listing is cut: items a page at most, and empty pages before each page that has items. */
export interface Paging {
  readonly pageSize: number;
  readonly emptyPages: number;
}

/** One page of a listing. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextToken?: string;
}

interface Position {
  readonly offset: number;
  readonly empties: number;
}

/** The page of the items that the token points to; no token means the first page. */
export function pageOf<Item>(
  items: readonly Item[],
  token: string | undefined,
  { pageSize, emptyPages }: Paging,
): Page<Item> {
  const { offset, empties } = token === undefined ? { offset: 0, empties: 0 } : decode(token);
  if (empties < emptyPages) {
    return { items: [], nextToken: encode({ offset, empties: empties + 1 }) };
  }
  const end = offset + pageSize;
  const page = items.slice(offset, end);
  return end < items.length
    ? { items: page, nextToken: encode({ offset: end, empties: 0 }) }
    : { items: page };
}

function encode({ offset, empties }: Position): string {
  return Buffer.from(`page ${offset} ${empties}`).toString('base64');
}

function decode(token: string): Position {
  const text = Buffer.from(token, 'base64').toString('utf8');
  const [, offset, empties] = /^page (\d+) (\d+)$/.exec(text) ?? [];
  if (offset === undefined || empties === undefined) {
    throw new ServiceError(400, 'InvalidPaginationToken', 'The pagination token is invalid.');
  }
  return { offset: Number(offset), empties: Number(empties) };
}
