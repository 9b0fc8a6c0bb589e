import { blocks } from './snippets.ts';

const programs = [
  'npm',
  'npx',
  'node',
  'gh',
  'aws',
  'terraform',
  'tofu',
  'curl',
  'git',
  'sha256sum',
];
const spans = new RegExp(`\`((?:${programs.join('|')}) [^\`]+)\``, 'g');

/**
 * The commands of a page, one by one: those of its shell blocks, and the code spans that start with a
 * program. Without here documents, comments, assignments and `time`.
 */
export function commandsOf(markdown: string): readonly string[] {
  const texts = blocks(markdown, 'bash', 'sh', 'console', 'shell').map(withoutHereDocuments);
  const prose = markdown.replace(/^( *)```[\s\S]*?^\1```$/gm, '');
  const inline = [...prose.matchAll(spans)].map(([, text = '']) => text);
  return [...texts, ...inline]
    .flatMap((text) => text.replaceAll(/\s*\\\n\s*/g, ' ').split(/\n|&&/))
    .map((line) => line.trim().replace(/^(\$|time) /, ''))
    .filter((line) => line !== '' && !/^#|^\w+=\S*$/.test(line));
}

function withoutHereDocuments(text: string): string {
  return text.replaceAll(/<<-?'?(\w+)'?\n[\s\S]*?\n\s*\1$/gm, '');
}
