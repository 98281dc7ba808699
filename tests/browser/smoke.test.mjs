// The page comes up, as a host should send it, and small.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { accessible, address, onPage } from './page.mjs';

onPage('it comes up', async ({ page }) => {
  assert.match(await page.title(), /^taskdef – /);
  assert.ok(await page.locator('#paste').isVisible());
});

onPage('axe finds nothing on it, empty', async ({ page }) => {
  await accessible(page);
});

onPage('all it loads is its own, and at most 545 KB, of which the first part of the wasm has at most 241', async ({ watch }) => {
  const sizes = new Map();
  for (const file of new Set(watch.requests)) {
    const answer = await fetch(file);
    // As `brotli -q 11` does, which is also the default here.
    const packed = brotliCompressSync(Buffer.from(await answer.arrayBuffer())).length;
    sizes.set(new URL(file).pathname.slice(1), packed);
  }
  const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const first = sizes.get('taskdef_bg.wasm');
  console.log(`the page loads ${sizes.size} files, ${bytes} bytes as brotli, ${first} of them the first part`);
  assert.ok(sizes.size >= 8, [...sizes.keys()].join(' '));
  assert.ok(bytes <= 545_000, `${bytes} bytes`);
  assert.ok(first <= 241_000, `${first} bytes`);
});

onPage('the page and the headers state one policy', async ({ page }) => {
  const sent = (await fetch(address)).headers.get('content-security-policy');
  const stated = await page
    .locator('meta[http-equiv="Content-Security-Policy"]')
    .getAttribute('content');
  // Only a header can say who may frame the page.
  const parts = sent.split('; ').filter((part) => !part.startsWith('frame-ancestors '));
  assert.equal(parts.join('; '), stated);
});

test('headers and types are those that a host should send', async () => {
  const wasm = await fetch(new URL('taskdef_bg.wasm', address));
  assert.equal(wasm.headers.get('content-type'), 'application/wasm');
  for (const path of ['', 'taskdef_bg.wasm', 'none']) {
    const { headers } = await fetch(new URL(path, address));
    assert.match(headers.get('content-security-policy'), /frame-ancestors 'none'/);
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.ok(headers.get('permissions-policy'));
  }
  assert.equal((await fetch(new URL('none', address))).status, 404);
  assert.equal((await fetch(address, { method: 'POST' })).status, 405);
});
