/** One page of a listing, and the Link header that leads to the others. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly headers: Readonly<Record<string, string>>;
}

/** A request for a page: the root of the API, the path and the query. */
export interface PageRequest {
  readonly url: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
}

const defaultSize = 30;
const largestSize = 100;

/** The page that `page` and `per_page` ask for (GitHub REST, using pagination). */
export function pageOf<Item>(all: readonly Item[], request: PageRequest): Page<Item> {
  const asked = Number(request.params.per_page ?? defaultSize);
  const size = Math.min(Math.max(asked, 1), largestSize);
  const page = Math.max(Number(request.params.page ?? 1), 1);
  const last = Math.max(1, Math.ceil(all.length / size));
  const link = (to: number, relation: string) =>
    `<${request.url}${request.path}?per_page=${size}&page=${to}>; rel="${relation}"`;
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev'), link(1, 'first')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
  ];
  return {
    items: all.slice((page - 1) * size, page * size),
    headers: links.length > 0 ? { link: links.join(', ') } : {},
  };
}
