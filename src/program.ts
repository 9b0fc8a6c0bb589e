// What dist/index.js and dist/cli.js start; both share the code of dist/program.js.
export { runAction } from './action/main.ts';

/** Loads the program for people and runs it with its arguments. */
export async function runCli(args: readonly string[]): Promise<void> {
  const cli = await import('./cli/main.ts');
  await cli.runCli(args);
}
