// Opens the built page in Chromium and watches it. Builds nothing: web/build does.
//
//     import { onPage } from './page.mjs';
//     onPage('it converts', async ({ page }) => { … });
//
// Whatever such a test is about, it also fails if the page logged an error, threw one, asked anyone
// but its own host for anything, or asked for anything at all once it had loaded.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

/** The project's top folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Another name of this machine, without what browsers allow only on 127.0.0.1 and over https.
  '--host-resolver-rules=MAP taskdef.test 127.0.0.1',
  // Root has no sandbox.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

let browser;
let server;

/** What serves the page. */
export const tool = process.env.TASKDEF_WEB_TOOL ?? join(root, 'target/debug/taskdef-web-tool');

/** What web/build left. */
export const dist = join(root, 'dist');

/** The page's address, with a final slash. */
export let address;

/** The same page on plain http, as in an intranet; for `onPage`'s option `host`. */
export const plainHost = 'taskdef.test';

/** Serves a folder; gives its `address`, and `stop()`. */
export async function serve(folder) {
  const child = spawn(tool, ['serve', folder, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  child.on('error', (error) => console.error(`the server did not start: ${error.message}`));
  for await (const line of createInterface({ input: child.stdout })) {
    return { address: line, stop: () => child.kill() };
  }
  assert.fail('the server printed no address');
}

before(async () => {
  server = await serve(dist);
  address = server.address;
  // Chromium crashes at its start now and then, with no page open yet.
  browser = await launch().catch(launch);
});

const launch = () =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags });


after(async () => {
  await browser?.close();
  server?.stop();
});

/**
 * What a page did. `complaints()` lists what it should not have done; once it has loaded, that is
 * any request.
 */
export class Watch {
  requests = [];
  #complaints = [];
  #loaded = false;
  #page;

  constructor(page, origin) {
    this.#page = page;
    page.on('console', (message) => {
      if (message.type() === 'error') this.#complaints.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.#complaints.push(`thrown: ${error.message}`));
    page.on('crash', () => this.#complaints.push('the page crashed'));
    page.on('websocket', (socket) => this.#complaints.push(`socket: ${socket.url()}`));
    // The context sees the requests of workers too.
    page.context().on('request', (request) => {
      const url = request.url();
      // Made in the page and for the page: no one is asked.
      if (url.startsWith(`blob:${origin}/`)) return;
      this.requests.push(url);
      if (new URL(url).origin !== origin) this.#complaints.push(`to another host: ${url}`);
      if (this.#loaded) this.#complaints.push(`after it had loaded: ${url}`);
    });
    page.context().on('requestfailed', (request) => {
      this.#complaints.push(`failed: ${request.url()}: ${request.failure()?.errorText}`);
    });
    page.context().on('response', (response) => {
      if (response.status() >= 400) {
        this.#complaints.push(`answered ${response.status()}: ${response.url()}`);
      }
    });
  }

  /** Does what loads the page; after it, no request is in order. */
  async load(act) {
    this.#loaded = false;
    await act();
    await this.#page.waitForSelector('.page:not(.shell)');
    // What it keeps for when there is no network is part of its loading.
    await this.#page.evaluate(async () => {
      if (location.protocol !== 'file:') await navigator.serviceWorker?.ready;
    });
    this.#loaded = true;
  }

  complaints() {
    return [...this.#complaints];
  }
}

/**
 * Opens the page as someone would who never was there before, and calls `use` with
 * `{ page, watch, context }` once it is there.
 * Options are those of Playwright's contexts (viewport, colorScheme, locale, …), `host`, and `at`:
 * the address of another copy of the page.
 */
export async function withPage({ host, at, ...options }, use) {
  const context = await browser.newContext({ locale: 'en-US', ...options });
  try {
    const page = await context.newPage();
    const url = new URL(at ?? address);
    url.hostname = host ?? url.hostname;
    const watch = new Watch(page, url.origin);
    await watch.load(() => page.goto(url.href, { waitUntil: 'networkidle' }));
    return await use({ page, watch, context });
  } finally {
    await context.close();
  }
}

/** A test on the page: `onPage(name, use)` or `onPage(name, options, use)`. */
export function onPage(name, options, use) {
  if (typeof options === 'function') return onPage(name, {}, options);
  return test(name, () =>
    withPage(options, async (opened) => {
      await use(opened);
      // A late request would come soon.
      await opened.page.waitForTimeout(100);
      assert.deepEqual(opened.watch.complaints(), []);
    }),
  );
}

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Fails if axe finds anything that WCAG 2.2 AA or good practice forbids, in the state shown. */
export async function accessible(page, state) {
  // By the debugger, since the page allows no script but its own.
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: axe });
  await session.detach();
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 200)}`),
  );
  assert.deepEqual(found, [], state);
}

/** Waits until what was typed has its result: the page converts it after the next frame, and a long
    text after a pause of 40 ms. */
export async function settled(page) {
  await page.evaluate(async () => {
    const frame = () => new Promise((begun) => requestAnimationFrame(() => setTimeout(begun)));
    await frame();
    await new Promise((over) => setTimeout(over, 50));
    await frame();
  });
}

/** Has a field hold a text, by one input event, and waits for what comes of it. */
export async function fill(page, field, value) {
  await page.locator(field).fill(value);
  await settled(page);
}

/** Has the paste hold a text, and leaves its box, which folds up. */
export async function paste(page, json) {
  await fill(page, '#paste', json);
  await page.locator('#paste').blur();
}

/** Pastes by the keyboard, as people do. */
export async function pasteByKeys(page, json) {
  await page.evaluate((text) => navigator.clipboard.writeText(text), json);
  await page.keyboard.press('Control+V');
  await settled(page);
}

/** What the clipboard holds, by pasting it elsewhere: the page itself may not read it. */
export async function clipboard(page) {
  const other = await page.context().newPage();
  try {
    await other.setContent('<textarea></textarea>');
    await other.locator('textarea').press('Control+V');
    return await other.locator('textarea').inputValue();
  } finally {
    await other.close();
  }
}

/** A file to take away, as the page shows it. */
export async function file(page, name) {
  await page.locator('#panel-take-away').click();
  await page.locator('.files button', { hasText: name }).click();
  return page.locator('#file-text').textContent();
}

/** What the button copies, by pasting it into the page's own box as a person would; the context must
    permit to write to the clipboard. */
export async function copied(page) {
  const nothing = 'nothing yet';
  await page.evaluate((text) => navigator.clipboard.writeText(text), nothing);
  await page.locator('#copy').click();
  let text = nothing;
  for (let trial = 0; text === nothing && trial < 50; trial += 1) {
    await page.locator('#paste').press('Control+A');
    await page.keyboard.press('Control+V');
    text = await page.locator('#paste').inputValue();
  }
  return text;
}

/** All that the browser keeps for the page: each address and a hash of what is kept for it. */
export async function kept(page) {
  return page.evaluate(async () => {
    const found = {};
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const content = await (await cache.match(request)).arrayBuffer();
        const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
        found[request.url] = btoa(String.fromCharCode(...hash));
      }
    }
    return found;
  });
}

/** What AWS gets, as the page shows it. */
export async function result(page) {
  const edits = await page.locator('#panel-edit[aria-pressed="true"]').count();
  const text = await file(page, 'taskdef-update.json');
  if (edits) await page.locator('#panel-edit').click();
  return text;
}

/** Brings the form into sight. */
export async function form(page) {
  await page.locator('#panel-edit').click();
}

/** Every line of the lesson that is marked: its number, and what stands beside it. */
export async function marks(page) {
  return page.locator('.row:has(.over)').evaluateAll((rows) =>
    rows.map((row) => ({
      line: row.querySelector('.no').textContent,
      mark: row.dataset.mark,
      code: row.querySelector('code').textContent,
      note: row.querySelector('.note')?.textContent ?? '',
    })),
  );
}

/** What a person reads there, folded or not. */
export async function text(page, selector) {
  return (await page.locator(selector).first().textContent()).trim();
}

/** A folder for one test's files; gone when `use` is done. */
export async function withFolder(use) {
  const folder = await mkdtemp(join(tmpdir(), 'taskdef-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
