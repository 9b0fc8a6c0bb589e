import type { Outcome } from '../outcome/run-state.ts';
import { fit } from './fit.ts';
import type { Links } from './links.ts';
import { renderPage } from './markdown-page.ts';
import { formatGraph } from './mermaid.ts';

/** GitHub takes 1 MiB for a step (docs.github.com, workflow commands); the rest is margin. */
const mostBytes = 1_000_000;

/** The job summary in GitHub's Markdown, at most a million bytes of UTF-8. */
export function formatSummary(outcome: Outcome, links: Links): string {
  const page = renderPage(outcome, links, { picture: formatGraph(outcome), foot: '' });
  return fit(page, (text) => Buffer.byteLength(text) <= mostBytes);
}
