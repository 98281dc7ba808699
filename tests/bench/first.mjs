// Measures the first result of the page. No test: tests/bench/first runs it.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';

// npm has brought it to the tests.
const { chromium } = createRequire(new URL('../browser/package.json', import.meta.url))('playwright-core');

const runs = Number(process.env.RUNS ?? 5);
const pages = process.env.PAGES.split(' ').map((page) => page.split('='));

// What Lighthouse's "slow 4G" simulates on a phone, as it applies it to a real line: a request takes
// 562.5 ms, 1.44 Mbit/s come down and 675 kbit/s go up. Source: lighthouse, core/config/constants.js.
const line = { offline: false, latency: 562.5, downloadThroughput: 1474.56 * 125, uploadThroughput: 675 * 125 };

const conditions = {
  'slow 4G, processor 1x': { line, slower: 1 },
  'slow 4G, processor 4x slower': { line, slower: 4 },
  'local and warm, processor 4x slower': { slower: 4, warm: true },
};

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm' };

/** Serves a folder as a good host does: as brotli, at its best. */
async function serve(folder) {
  const packed = new Map();
  const pack = async (name) => {
    const file = await readFile(join(folder, name));
    return brotliCompressSync(file, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  };
  const server = createServer(async ({ url }, answer) => {
    const name = url === '/' ? 'index.html' : url.slice(1);
    try {
      if (!packed.has(name)) packed.set(name, await pack(name));
      answer.writeHead(200, { 'content-type': types[extname(name)] ?? 'text/plain', 'content-encoding': 'br', 'cache-control': 'max-age=60' });
      answer.end(packed.get(name));
    } catch {
      answer.writeHead(404).end();
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${server.address().port}/`;
  for (const name of ['', 'main.css', 'boot.js', 'taskdef.js', 'taskdef_bg.wasm', 'taskdef_en.wasm', 'taskdef_ja.wasm', 'taskdef_second.wasm']) await (await fetch(address + name)).arrayBuffer();
  return { address, stop: () => server.close() };
}

/** Presses the example as soon as it is there, and notes when its result is painted. */
function act() {
  const seen = new MutationObserver(() => {
    const example = document.querySelector('#example');
    if (example && !globalThis.pressed) {
      globalThis.pressed = performance.now();
      // A listener of the page may come after its button.
      const press = () => globalThis.shown || (document.querySelector('#example')?.click(), document.querySelector('#lesson, [data-kept]') || setTimeout(press, 20));
      press();
    }
    if (document.querySelector('#lesson .row') && !globalThis.shown) {
      globalThis.shown = -1;
      requestAnimationFrame(() => setTimeout(() => (globalThis.shown = performance.now())));
    }
  });
  seen.observe(document, { childList: true, subtree: true });
}

async function measure(browser, address, { line: speed, slower, warm }) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block', locale: 'en-US' });
  try {
    const page = await context.newPage();
    await page.addInitScript(act);
    const session = await context.newCDPSession(page);
    if (warm) {
      await page.goto(address);
      await page.waitForFunction(() => globalThis.shown > 0);
    }
    if (speed) await session.send('Network.emulateNetworkConditions', speed);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
    await page.goto(address, { waitUntil: 'commit' });
    await page.waitForFunction(() => globalThis.shown > 0, undefined, { timeout: 60_000 });
    return await page.evaluate(() => globalThis.shown);
  } finally {
    await context.close();
  }
}

test('first result', async () => {
  const args = ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args });
  const servers = await Promise.all(pages.map(async ([name, folder]) => ({ name, ...(await serve(folder)) })));
  try {
    for (const [condition, how] of Object.entries(conditions)) {
      const times = new Map(servers.map(({ name }) => [name, []]));
      // In turns, so that what else the machine does meets all of them.
      for (let run = 0; run < runs; run += 1) {
        for (const { name, address } of servers) times.get(name).push(await measure(browser, address, how));
      }
      for (const [name, all] of times) {
        const sorted = all.toSorted((a, b) => a - b).map(Math.round);
        assert.ok(sorted.length === runs);
        console.log(`${condition}, ${name}: median ${sorted[Math.floor(runs / 2)]} ms of ${sorted.join(' ')}`);
      }
    }
  } finally {
    for (const { stop } of servers) stop();
    await browser.close();
  }
});
