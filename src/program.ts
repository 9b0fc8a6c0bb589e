// The entry of dist/index.js, which starts the action for associations. dist/route.js starts the routes
// action and dist/cli.js the command line, both from here.
import { runAction } from './action/main.ts';
import { associations } from './associations.ts';

/** Runs the action for associations. */
export function runAssociations(): Promise<void> {
  return runAction(associations);
}

/** Loads and runs the routes action. */
export async function runRoutes(): Promise<void> {
  const { routes } = await import('./routes/routes.ts');
  await runAction(routes);
}

/** Loads the command line and runs it with its arguments. */
export async function runCli(args: readonly string[]): Promise<void> {
  const cli = await import('./cli/main.ts');
  await cli.runCli(args);
}
