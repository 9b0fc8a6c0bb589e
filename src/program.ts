// What dist/index.js holds: it starts the action for associations. dist/route.js starts that for routes,
// and dist/cli.js the program for people.
import { runAction } from './action/main.ts';
import { associations } from './associations.ts';

/** Runs the action for associations. */
export function runAssociations(): Promise<void> {
  return runAction(associations);
}

/** Loads the action for routes and runs it. */
export async function runRoutes(): Promise<void> {
  const { routes } = await import('./routes/routes.ts');
  await runAction(routes);
}

/** Loads the program for people and runs it with its arguments. */
export async function runCli(args: readonly string[]): Promise<void> {
  const cli = await import('./cli/main.ts');
  await cli.runCli(args);
}
