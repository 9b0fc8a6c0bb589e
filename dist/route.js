import { runRoutes } from './index.js?route';

await runRoutes();
