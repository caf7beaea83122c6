// `npm start`: builds what is out of date, then runs the product in this process.
import { run } from './run.mjs';

await run('start', { pages: true });
