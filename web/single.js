// Starts the page where all of it is one file: `web/tool` puts this behind taskdef.js.
import init from './taskdef.js';

const packed = document.getElementById('wasm');
const text = packed.textContent;
packed.remove();
const bytes = Uint8Array.fromBase64?.(text) ?? Uint8Array.from(atob(text), (unit) => unit.charCodeAt());
const wasm = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
await init({
  module_or_path: new Response(wasm, { headers: { 'Content-Type': 'application/wasm' } }),
});
over.abort();
done();
