import { setTimeout } from 'node:timers/promises';
import { styleText } from 'node:util';
import type { GivenStep } from '../../test/e2e/action/environment.ts';
import { type PrintedLine, runStep, type StepResult } from '../../test/e2e/action/runner.ts';
import type { Fakes } from '../../test/fakes/fakes.ts';

/** Inputs by name. */
export type Inputs = Readonly<Record<string, string>>;

/** Runs a step of a demonstration on fake servers, and shows its log, outputs, summary and exit status. */
export async function demonstrateStep(
  title: string,
  fakes: Fakes,
  given: GivenStep,
): Promise<StepResult> {
  const { endpoints, oidc, github, ripestat } = fakes.env;
  showHeading(title);
  const step = await runStep({
    ...given,
    with: { 'allow-special-use': 'true', ...given.with },
    env: { ...endpoints, ...oidc, ...github, ...ripestat },
  });
  showStep(step);
  // The steps of a real pipeline are further apart than EC2's two seconds per DescribeByoipCidrs.
  await setTimeout(2_000);
  return step;
}

function showStep(step: StepResult): void {
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

function showHeading(text: string): void {
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

/** Markdown as readable text: without comments, markup and the diagram, with references resolved. */
function readable(markdown: string): string {
  return markdown
    .replace(/<!--.*?-->\n?/g, '')
    .replace(/^```mermaid\n[\s\S]*?^```$/gm, '(a diagram of the plan)')
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
