// Without a network: what the service worker keeps, and how a new version takes its place.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFile, cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  address, copied, dist, kept, onPage, paste, plainHost, root, serve, tool, withFolder, withPage,
} from './page.mjs';
import { converted, fixture } from './fixtures.mjs';

const files = ['index.html', 'main.css', 'boot.js', 'taskdef.js', 'taskdef_bg.wasm', 'taskdef_en.wasm', 'taskdef_ja.wasm', 'taskdef_second.wasm'];
const article = fixture('good/article.json');
const { result: wanted } = converted(article);
const permissions = ['clipboard-write'];

/** What the browser should keep of a folder that is served at an address. */
async function contents(folder, address) {
  const found = {};
  for (const file of files) {
    const hash = createHash('sha256').update(await readFile(join(folder, file)));
    found[new URL(file, address).href] = hash.digest('base64');
  }
  return found;
}

/** Serves a copy of the page, to change and to take away. */
async function withCopy(use) {
  await withFolder(async (folder) => {
    await cp(dist, folder, { recursive: true });
    const server = await serve(folder);
    try {
      await use({ ...server, folder });
    } finally {
      server.stop();
    }
  });
}

/** Makes a new version of a copy: its style says which. */
async function publish(folder, version) {
  await appendFile(join(folder, 'main.css'), `#app{--version:${version}}`);
  await cp(join(root, 'web/worker.js'), join(folder, 'worker.js'));
  execFileSync(tool, ['worker', folder]);
}

/** The version that a page shows; the first has none. */
const version = (page) =>
  page.evaluate(() => getComputedStyle(document.querySelector('#app')).getPropertyValue('--version'));

/** Waits until something is so on a page. */
async function until(page, check, wanted) {
  for (let trial = 0; trial < 400; trial += 1) {
    if ((await page.evaluate(check)) === wanted) return;
    await page.waitForTimeout(50);
  }
  assert.fail(`never ${wanted}: ${check}`);
}

/** The state of the browser's newest worker. */
const newest = async () => {
  const { installing, waiting, active } = await navigator.serviceWorker.getRegistration();
  return (installing ?? waiting ?? active).state;
};

/** Has the browser look for a new version at once; it may find that it can't be had. */
const lookForNew = (page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration.update();
  });

test('it opens and converts without a network', async () => {
  await withCopy(async (copy) => {
    await withPage({ at: copy.address, permissions }, async ({ page, watch, context }) => {
      copy.stop();
      await context.setOffline(true);
      for (const place of ['', 'index.html', '?from=mail#top']) {
        await watch.load(() => page.goto(new URL(place, copy.address).href));
        await paste(page, article);
        assert.equal(await copied(page), wanted);
      }
      // So long that a browser has looked for a new version in vain.
      await page.waitForTimeout(3000);
      assert.deepEqual(watch.complaints(), []);
    });
  });
});

onPage('it keeps exactly the files that it loads', async ({ page, watch }) => {
  assert.deepEqual(await kept(page), await contents(dist, page.url()));
  const loaded = new Set(watch.requests.map((url) => new URL(url).pathname.slice(1) || 'index.html'));
  assert.deepEqual([...loaded].sort(), [...files, 'worker.js'].sort());
});

test('what the page has just loaded is not sent again', async () => {
  await withPage({}, async ({ page, context }) => {
    const sizes = [];
    context.on('requestfinished', (request) => {
      if (request.serviceWorker()) sizes.push(request.sizes());
    });
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration.unregister();
    });
    await page.goto(page.url());
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
    // The worker itself, and the files.
    const sent = (await Promise.all(sizes)).map(({ responseBodySize }) => responseBodySize);
    assert.equal(sent.length, files.length + 1);
    assert.ok(sent.every((size) => size <= 0), `${sent}`);
  });
});

test('it keeps nothing else, whatever is asked for', async () => {
  await withPage({}, async ({ page }) => {
    const before = await kept(page);
    for (const path of ['main.css?x=1', 'module/package.json', 'taskdef.html', '']) {
      await page.goto(new URL(path, address).href);
    }
    assert.deepEqual(await kept(page), before);
  });
});

onPage('on plain http there is no worker, and all else works', { host: plainHost }, async ({ page, watch }) => {
  assert.equal(await page.evaluate(() => typeof navigator.serviceWorker), 'undefined');
  assert.ok(!watch.requests.some((url) => url.endsWith('worker.js')));
  await paste(page, article);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('#download').click(),
  ]);
  assert.equal(await readFile(await download.path(), 'utf8'), wanted);
});

test('a new version is there at the next load but one', async () => {
  await withCopy(async ({ address: at, folder }) => {
    await withPage({ at, permissions }, async ({ page, watch }) => {
      await publish(folder, 2);
      await watch.load(() => page.reload());
      assert.equal(await version(page), '');
      // The browser looks for it by itself, soon after a load.
      const count = async () => (await caches.keys()).length;
      await until(page, count, 2);
      await until(page, count, 1);
      await watch.load(() => page.reload());
      assert.equal(await version(page), '2');
      assert.deepEqual(await kept(page), await contents(folder, at));
      await paste(page, article);
      assert.equal(await copied(page), wanted);
    });
  });
});

test('a page that is loading gets no file of another version', async () => {
  await withCopy(async ({ address: at, folder }) => {
    await withPage({ at }, async ({ page, context }) => {
      // Without its scripts it never has all its files.
      const half = await context.newPage();
      const session = await context.newCDPSession(half);
      await session.send('Emulation.setScriptExecutionDisabled', { value: true });
      await half.goto(at);
      await publish(folder, 2);
      await lookForNew(page);
      await until(page, newest, 'installed');
      const read = (file) => half.evaluate(async (url) => (await fetch(url)).text(), file);
      assert.ok(!(await read('main.css')).includes('--version'));
      for (const file of files.slice(1)) await read(file);
      await until(page, newest, 'activated');
      assert.ok((await read('main.css')).includes('--version'));
    });
  });
});

test('a file that is not of this version is not kept', async () => {
  await withCopy(async ({ address: at, folder }) => {
    await withPage({ at }, async ({ page }) => {
      const before = await kept(page);
      await publish(folder, 2);
      await appendFile(join(folder, 'main.css'), '#app{--version:3}');
      await lookForNew(page);
      await until(page, newest, 'activated');
      assert.deepEqual(await kept(page), before);
    });
  });
});
