import type { Failure } from '../failure.ts';
import type { Outcome } from '../ledger.ts';
import { reasons } from '../reasons.ts';
import { markdownBlock, markdownCode, markdownTable, markdownText } from './markdown.ts';

/** The job summary in GitHub's Markdown. */
export function formatSummary(outcome: Outcome): string {
  const { reason, failure, pairs, mode } = outcome;
  const parts = [
    `### BYOASN association${mode === 'plan' ? ' (dry run)' : ''}: ${reason}`,
    failure ? failureText(failure) : reasons[reason].cause,
    pairs.length > 0 ? pairTable(outcome) : '',
    `**Next:** ${failure ? markdownText(failure.next) : reasons[reason].next}`,
    '<sub>Associating makes the ASN eligible and changes no routes; advertising the CIDR with it does.</sub>',
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function pairTable({ pairs, region, accountId }: Outcome): string {
  const header = ['ASN', 'CIDR', 'Region', 'Account', 'Before', 'After', 'Evidence'];
  const rows = pairs.map(({ association, before, state, statusMessage, evidence }) => [
    `AS${association.asn}`,
    markdownCode(association.cidr),
    region,
    accountId === '' ? 'not asked' : accountId,
    markdownText(before),
    statusMessage === ''
      ? markdownText(state)
      : `${markdownText(state)}: ${markdownCode(statusMessage)}`,
    evidence.map(({ grade, text }) => `**${grade}** ${markdownText(text)}`).join('<br>') || 'none',
  ]);
  return markdownTable(header, rows);
}

function failureText({ message, likely, lines }: Failure): string {
  return [
    `**Error:** ${markdownText(message)}`,
    ...(lines.length > 0 ? [markdownBlock(lines)] : []),
    ...(likely === undefined ? [] : [`**Likely cause:** ${markdownText(likely)}`]),
  ].join('\n\n');
}
