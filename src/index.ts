import { runAction } from './action/main.ts';

// The runner starts this file without an argument. The program for people always gives it one, and
// what serves them alone is loaded for them alone.
void (process.argv.length > 2
  ? import('./cli/main.ts').then(({ runCli }) => runCli(process.argv.slice(2)))
  : runAction());
