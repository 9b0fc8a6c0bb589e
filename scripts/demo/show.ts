import { styleText } from 'node:util';
import type { PrintedLine, StepResult } from '../../test/e2e/action/runner.ts';

/** Shows a step as its author would see it: the log, the outputs, the job summary, the exit status. */
export function showStep(step: StepResult): void {
  let grouped = false;
  for (const line of step.printed) {
    if (line.level === 'group' || line.level === 'endgroup') grouped = line.level === 'group';
    showLine(line, grouped ? '    ' : '  ');
  }
  showHeading('Its outputs');
  for (const [name, value] of Object.entries(step.outputs)) console.log(`  ${name} = ${value}`);
  showPage('Its job summary', step.summary);
  console.log(`Exit status ${step.exitCode}`);
}

/** Shows a page of Markdown as text. */
export function showPage(title: string, markdown: string): void {
  showHeading(title);
  console.log(readable(markdown));
}

/** Shows a heading. */
export function showHeading(text: string): void {
  console.log(`\n${styleText('bold', text)}`);
}

function showLine({ level, text, at }: PrintedLine, margin: string): void {
  const location = at?.file ? `${at.file}:${at.line}:${at.col}: ` : '';
  const indented = `${location}${text}`.replace(/^(?=.)/gm, margin);
  if (level === 'group') console.log(`  ${styleText('cyan', text)}`);
  else if (level === 'error')
    console.log(styleText('red', `${margin}Error: ${indented.trimStart()}`));
  else if (level === 'text') console.log(indented);
  else if (level === 'notice' || level === 'warning') console.log(styleText('yellow', indented));
}

/** Markdown as it reads on a page: comments, markup and the picture left out, references resolved. */
function readable(markdown: string): string {
  return markdown
    .replace(/<!--.*?-->\n?/g, '')
    .replace(/^```mermaid\n[\s\S]*?^```$/gm, '(a picture of the plan)')
    .replace(/^```.*\n/gm, '')
    .replace(/^\| --- .*\n/gm, '')
    .replace(/<br>/g, '; ')
    .replace(/<\/summary>/g, ': ')
    .replace(/<[^>]+>|\*\*/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll('\u2060', '')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^(?=.)/gm, '  ')
    .trimEnd();
}
