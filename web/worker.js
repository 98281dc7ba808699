// Keeps the page's own files, so that it opens without a network. It stores nothing else: what is
// pasted stands in no request.
//
// A new version is stored whole, and takes over when no page is loading: each load holds the old
// worker until all its files are given, so that no page has files of two versions.

// Filled in by web/build: each file with its hash, and a hash of them all.
const files = {};
const version = '';

// Another copy of the page, in another folder of this host, has caches of its own.
const own = `taskdef ${registration.scope} `;
const name = own + version;

const places = new Map(Object.keys(files).map((file) => [new URL(file, registration.scope).href, file]));
places.set(registration.scope, 'index.html');

// All of them or none: a file that is not of this version is refused by its hash.
async function store() {
  const cache = await caches.open(name);
  const requests = (mode) =>
    Object.entries(files).map(([file, integrity]) => new Request(file, { integrity, cache: mode }));
  // The copies that the page has just loaded will do, unless they are old.
  await cache.addAll(requests('default')).catch(() => cache.addAll(requests('reload')));
}

async function removeOld() {
  const old = (await caches.keys()).filter((key) => key.startsWith(own) && key !== name);
  await Promise.all(old.map((key) => caches.delete(key)));
}

async function answer(file, request) {
  const kept = await caches.match(file, { cacheName: name });
  // Where the host has led elsewhere, browsers refuse the answer as it stands.
  return kept?.redirected ? new Response(kept.body, kept) : (kept ?? fetch(request));
}

const loads = new Map();

// Lasts until the page has all its files; one that was left before that is not waited for long.
async function load(client) {
  await new Promise((done) => {
    const awaited = new Set(Object.keys(files));
    awaited.delete('index.html');
    loads.set(client, (file) => {
      awaited.delete(file);
      if (!awaited.size) done();
    });
    setTimeout(done, 10_000);
  });
  loads.delete(client);
}

addEventListener('install', (event) => {
  skipWaiting();
  event.waitUntil(store());
});

addEventListener('activate', (event) => event.waitUntil(removeOld()));

addEventListener('fetch', (event) => {
  const { request } = event;
  const file = request.method === 'GET' && places.get(request.url.replace(/[?#].*/s, ''));
  if (!file) return;
  const given = answer(file, request);
  event.respondWith(given);
  if (request.mode === 'navigate') event.waitUntil(load(event.resultingClientId));
  event.waitUntil(given.finally(() => loads.get(event.clientId)?.(file)));
});
