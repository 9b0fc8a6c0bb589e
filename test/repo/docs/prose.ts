import retextEnglish from 'retext-english';
import repeatedWords from 'retext-repeated-words';
import { parseSync, Visitor } from 'rolldown/utils';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { words, wordsToReplace } from './words.ts';

// retext finds a repeated word across line ends and punctuation.
const english = unified().use(retextEnglish).use(repeatedWords).freeze();

/** Problems of a text: repeated words, and words that readers stumble over. */
export function proseProblems(text: string, rows = words): readonly string[] {
  const file = new VFile(withoutCode(text));
  english.runSync(english.parse(file), file);
  // A placeholder such as CIDR may follow itself.
  const repeated = file.messages
    .map(({ reason }) => reason)
    .filter((text) => /`.*[a-z].*`/.test(text));
  return [...repeated, ...wordsToReplace(String(file), rows)];
}

/** Code and links are not ours to word. */
function withoutCode(text: string): string {
  return text.replaceAll(/`[^`]*`|\]\([^)]*\)|<[^>]+>/g, '\u2026');
}

/** The comments of TypeScript code, and its texts of three or more words. */
export function sourceTexts(path: string, code: string): readonly string[] {
  const { program, comments } = parseSync(path, code);
  const texts = comments.map(({ value }) => value.replaceAll(/^\s*\*+ ?|\n/gm, ' '));
  new Visitor({
    Literal: ({ value }) => {
      if (typeof value === 'string') texts.push(value);
    },
    TemplateLiteral: ({ quasis }) => {
      texts.push(quasis.map(({ value }) => value.cooked).join('\u2026'));
    },
  }).visit(program);
  return texts.filter((text) => /\w+\W+\w+\W+\w+/.test(text));
}
