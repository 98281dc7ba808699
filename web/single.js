// Starts the page where all of it is one file: `web/tool` puts this behind taskdef.js.
import init, { bring, show } from './taskdef.js';

const unpack = (part) => {
  const packed = document.getElementById(part);
  const text = packed.textContent;
  packed.remove();
  const bytes = Uint8Array.fromBase64?.(text) ?? Uint8Array.from(atob(text), (unit) => unit.charCodeAt());
  const wasm = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Response(wasm, { headers: { 'Content-Type': 'application/wasm' } });
};
bring((part, imports) => WebAssembly.instantiateStreaming(unpack(part), imports));
await init({ module_or_path: unpack('bg') });
await show();
over.abort();
done();
