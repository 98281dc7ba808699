// Starts the page. A file of its own, since the page allows no script within itself.
import init, { bring, show } from './taskdef.js';

// The texts in the language of the page come beside the first part, which asks for all others.
const { lang } = document.documentElement;
const get = (part) => fetch(`taskdef_${part}.wasm`);
let texts = get(lang);
bring(async (part, imports) => {
  const asked = part === lang ? texts : null;
  if (asked) texts = null;
  const response = await (asked ?? get(part));
  // Whatever type a host gives it will do, but a browser keeps what it compiled of the right one only.
  return response.headers.get('content-type') === 'application/wasm'
    ? WebAssembly.instantiateStreaming(response, imports)
    : WebAssembly.instantiate(await response.arrayBuffer(), imports);
});
await init();
await show();
over.abort();
done();

// Keeps the page for when there is no network, where the browser can: not on plain http. It asks for
// the page's files again, which waits until the page has nothing else to do. This is the only address
// of a script that the page may make from text.
if (navigator.serviceWorker) {
  const worker = 'worker.js';
  const policy = globalThis.trustedTypes?.createPolicy('worker', { createScriptURL: () => worker });
  const address = policy?.createScriptURL('') ?? worker;
  const idle = globalThis.requestIdleCallback ?? setTimeout;
  idle(() => navigator.serviceWorker.register(address).catch(() => {}));
}
