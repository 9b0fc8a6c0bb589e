// What dist/index.js holds: it starts the action, and dist/cli.js the program for people.
export { runAction } from './action/main.ts';

/** Loads the program for people and runs it with its arguments. */
export async function runCli(args: readonly string[]): Promise<void> {
  const cli = await import('./cli/main.ts');
  await cli.runCli(args);
}
