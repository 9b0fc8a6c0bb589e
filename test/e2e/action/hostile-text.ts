import { expect } from 'vitest';
import { allHostileText, commands, markup } from '../../robustness/hostile/texts.ts';
import { readStructure } from '../../unit/report/structure.ts';
import type { StepResult } from './runner.ts';

/** Every text that would affect the runner, a page or a parser. */
export const texts = [...commands, ...markup, allHostileText];
/** XML cannot represent some characters, and the fake servers are strict. */
export const writable = (text: string) => text.replaceAll(/(?![\t\n\r\u007f-\u009f])\p{Cc}/gu, '');

/** Characters that color a line, end it or hide its text; an annotation may have line ends. */
export const invisible = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** Checks that no text from outside has become a command, a mask, an annotation or an output. */
export function expectNoCommandsRun({ raw, printed, masks, outputs }: StepResult): void {
  for (const { level, text } of printed) {
    if (level !== 'text') expect(text.trimStart(), level).not.toMatch(/^owned/);
    if (!text.startsWith('::debug::') && level !== 'debug') expect(text).not.toMatch(invisible);
  }
  expect(masks).not.toContain('64500');
  expect(raw).not.toMatch(/^\s*::(set-output|add-mask::64500|stop-commands|set-env|add-path)/m);
  expect(Object.keys(outputs)).not.toContain('owned');
}

/** The run's pages have their tables, and no markup that is not ours. */
export function expectPlainPages(pages: readonly string[]): void {
  for (const page of pages) {
    expect(readStructure(page).tables[0]?.length).toBeGreaterThan(1);
    expect(page).not.toMatch(/<!--|@octo|<script|<img|\]\(https/);
  }
}

/** The body of the run's comment without its marker. */
export function bodyOf(comment: { readonly body: string } | undefined): string {
  return comment?.body.replace(/^<!-- .* -->\n/, '') ?? '';
}
