// Starts the page. A file of its own, since the page allows no script within itself.
import init from './taskdef.js';

await init();

// Keeps the page for when there is no network, where the browser can: not on plain http. This is
// the only address of a script that the page may make from text.
if (navigator.serviceWorker) {
  const worker = 'worker.js';
  const policy = globalThis.trustedTypes?.createPolicy('worker', { createScriptURL: () => worker });
  navigator.serviceWorker.register(policy?.createScriptURL('') ?? worker).catch(() => {});
}
