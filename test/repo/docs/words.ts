/** A word that readers stumble over, what to say in its place, and a text that has it. */
interface Row {
  readonly not: RegExp;
  readonly say: string;
  readonly example: string;
  /** Whether code may use it, which has writes of a stream. */
  readonly inCode?: true;
}

/** The words that no page and no description has. */
export const words: readonly Row[] = [
  { not: /\b(told|tells)\b/i, say: 'reported, says', example: 'Every problem is told.' },
  { not: /\bshown\b/i, say: 'in the active voice: X shows it', example: 'It is shown there.' },
  { not: /\bstated\b/i, say: 'written, given', example: 'What is stated counts.' },
  { not: /\bheed(s|ed)?\b/i, say: 'follow, apply', example: 'NO_COLOR is heeded.' },
  { not: /\banew\b/i, say: 'again', example: 'It plans anew.' },
  { not: /\bbeside\b/i, say: 'next to, besides', example: 'What AWS has beside the file.' },
  { not: /\b(of|for|in) [^.,;:|]*\balone\b/i, say: 'only', example: 'It is of the Region alone.' },
  { not: /\bwhole\b(?! number)/i, say: 'complete, or nothing', example: 'The whole plan.' },
  { not: /\bwhat (came|comes|became|becomes) of\b/i, say: 'outcome', example: 'What came of it.' },
  { not: /\b(mend|heal|solve)(s|ed)?\b/i, say: 'fix, resolve', example: 'It heals.' },
  {
    not: /\b(weather|scene|door|lane|patience|rehears\w+)\b/i,
    say: "the field's word",
    example: 'A door.',
  },
  { not: /\bjudge(s|d)?\b/i, say: 'check, decide', example: 'It judges the plan.' },
  { not: /\bside by side\b/i, say: 'in parallel', example: 'Targets run side by side.' },
  { not: /\bunder way\b/i, say: 'in progress, pending', example: 'It is under way.' },
  { not: /\bheld to\b/i, say: 'checked', example: 'It is held to it.' },
  {
    not: /\b(a|the|each|every|no|first) writes?\b/i,
    say: 'change',
    example: 'Before the first write.',
    inCode: true,
  },
  { not: /\bannounc\w+/i, say: 'advertise', example: 'It announces the CIDR.' },
  { not: /\banswers? of\b/i, say: 'response from', example: 'An answer of AWS.' },
  { not: /\btakes? (any|all)\b/i, say: 'accepts; default', example: 'Empty takes all.' },
  { not: /\bnot right\b/i, say: 'invalid', example: 'One input is not right.' },
  { not: /(?<!-)\bids?\b(?!-)/, say: 'ID', example: 'AWS account ids.' },
  { not: /\b(e\.g\.|i\.e\.|etc\.)/i, say: 'for example, that is', example: 'Tools, e.g. act.' },
];

/** The listed words in a text, with what to say in their place. */
export function wordsToReplace(text: string, rows = words): readonly string[] {
  return rows.flatMap(({ not, say }) => {
    const [found] = not.exec(text) ?? [];
    return found === undefined ? [] : [`"${found}": say ${say}`];
  });
}
