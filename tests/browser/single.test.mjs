// The page as one file, opened from a disk.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { copied, dist, onPage, paste, withPage } from './page.mjs';
import { converted, fixture } from './fixtures.mjs';

const path = join(dist, 'taskdef.html');
const at = pathToFileURL(path).href;
const article = fixture('good/article.json');
const { result: wanted } = converted(article);

onPage('it converts, and asks for nothing but itself', { at }, async ({ page, watch }) => {
  await paste(page, article);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('#download').click(),
  ]);
  assert.equal(await readFile(await download.path(), 'utf8'), wanted);
  assert.deepEqual(watch.requests, [at]);
});

onPage('copy works', { at, permissions: ['clipboard-write'] }, async ({ page }) => {
  await paste(page, article);
  assert.equal(await copied(page), wanted);
});

onPage('older browsers, without their own base64, show it too', { at }, async ({ page, watch }) => {
  await page.addInitScript(() => delete Uint8Array.fromBase64);
  await watch.load(() => page.reload());
  assert.equal(await page.evaluate(() => typeof Uint8Array.fromBase64), 'undefined');
});

/** What the watch says of something that the opened file did. */
async function complaintsAfter(act, options = {}) {
  return withPage({ at, ...options }, async ({ page, watch }) => {
    assert.deepEqual(watch.complaints(), []);
    await page.evaluate(act);
    await page.waitForTimeout(300);
    return watch.complaints().join('\n');
  });
}

const askForImage = () => {
  new Image().src = 'favicon.svg';
};
const askForHost = () => fetch('http://127.0.0.1:9/').catch(() => {});
const addScript = () => {
  const script = document.createElement('script');
  script.append('globalThis.added = true');
  document.head.append(script);
};
const addStyle = () => {
  const style = document.createElement('style');
  style.append('body { color: red }');
  document.head.append(style);
};

test('a request would be seen', async () => {
  const anything = { bypassCSP: true };
  assert.match(await complaintsAfter(askForImage, anything), /after it had loaded: file:.*favicon\.svg/);
  assert.match(await complaintsAfter(askForHost, anything), /to another host: http:/);
});

test('its policy hinders any request, script and style but its own', async () => {
  for (const act of [askForImage, askForHost, addStyle]) {
    assert.match(await complaintsAfter(act), /Content Security Policy/, `${act}`);
  }
  assert.match(await complaintsAfter(addScript), /requires 'TrustedScript'/);
});

test('its policy has a hash for each, and names nobody', async () => {
  const html = await readFile(path, 'utf8');
  const policy = html.match(/Content-Security-Policy" content="([^"]*)"/)[1].split('; ');
  for (const directive of ["default-src 'none'", "connect-src 'none'", 'img-src data:', "base-uri 'none'",
    "form-action 'none'", "require-trusted-types-for 'script'"]) {
    assert.ok(policy.includes(directive), directive);
  }
  assert.ok(!/'self'|https?:|'unsafe-inline'|'unsafe-eval'/.test(policy.join()), policy.join());
});
