import { runCli } from './index.js?cli';

await runCli(process.argv.slice(2));
