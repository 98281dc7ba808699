// Starts the page. A file of its own, since the page allows no script within itself.
import init from './taskdef.js';

await init();
