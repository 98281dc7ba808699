// The module for Node, ready to use: browsers take taskdef.js and await its default export first.
import { readFileSync } from 'node:fs';
import { initSync } from './taskdef.js';

initSync({ module: readFileSync(new URL('./taskdef_bg.wasm', import.meta.url)) });

export { check, convert, explainField, generate, generateAll, next } from './taskdef.js';
