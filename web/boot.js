// Starts the page. A file of its own, since the page allows no script within itself.
import init, { bring } from './taskdef.js';

// The first part asks for the others as soon as it runs. Whatever type a host gives them will do.
bring(async (part, imports) => {
  const response = await fetch(`taskdef_${part}.wasm`);
  return WebAssembly.instantiate(await response.arrayBuffer(), imports);
});
await init();
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
