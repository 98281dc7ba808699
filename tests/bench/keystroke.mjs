// Prints the time from an input event to the next frame, and to the frame that shows its result. No
// test: tests/bench/keystroke runs it.

import { test } from 'node:test';
import { generate } from '../browser/fixtures.mjs';
import { serve, withPage } from '../browser/page.mjs';

const rounds = 5;
const keys = 60;
/** Milliseconds between keys: of one that is held down, and of who types fast. */
const quick = 20;
const steady = 120;

/** A definition of at least 64 KiB, as the console prints it. */
function definition() {
  for (let kilobytes = 16; ; kilobytes += 2) {
    const [line] = generate('--kilobytes', `${kilobytes}`);
    const text = JSON.stringify(JSON.parse(line), null, 2);
    if (text.length >= 64 * 1024) return text;
  }
}

const median = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
const ms = (time) => `${time.toFixed(1)} ms`;

/**
 * Runs in the page: notes how long after each input event the next frame was there, and how long
 * after it the frame that shows its result.
 */
function watchFrames() {
  globalThis.keys = [];
  globalThis.results = [];
  const afterFrame = (call) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      // A message comes after the frame is painted; the frame's callbacks before.
      port1.onmessage = call;
      port2.postMessage(0);
    });
  let start = 0;
  const noteIn = (times, from) => afterFrame(() => times.push(performance.now() - from));
  const onInput = () => {
    start = performance.now();
    noteIn(globalThis.keys, start);
  };
  addEventListener('input', onInput, { capture: true });
  new MutationObserver((changes) => {
    const inResult = ({ target }) => target.parentElement?.closest('#file-text');
    if (changes.some(inResult)) noteIn(globalThis.results, start);
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

test('keystroke to next frame', async () => {
  const text = definition();
  const lines = text.split('\n').length;
  console.log(`${(text.length / 1024).toFixed(1)} KiB, ${lines} lines; ${keys} keys a round`);
  const pages = process.env.PAGES.split(' ').map((page) => page.split('='));
  const served = await Promise.all(pages.map(async ([name, folder]) => ({ name, ...(await serve(folder)) })));
  // In turns, so that what else the machine does meets all of them.
  for (const { name, address } of Array(rounds).fill(served).flat()) {
    await withPage({ at: address, viewport: { width: 1440, height: 900 } }, async ({ page }) => {
      await page.evaluate(watchFrames);
      // The textarea alone is what no page can be faster than.
      const bare = await type(page, 'image: value\n'.repeat(lines), quick);
      const whole = await type(page, text, quick);
      const slowly = await type(page, text, steady);
      const says = (times) => `median ${ms(median(times))}, worst ${ms(Math.max(...times))}`;
      console.log(
        `${name}: next frame: ${says(whole.keys)}; at a steady pace ${says(slowly.keys)}, ` +
          `with its result ${says(slowly.results)}; ` +
          `text that is not converted: ${says(bare.keys)}`,
      );
    });
  }
  for (const { stop } of served) stop();
});

/** Types in the middle of a string in the middle of a text. */
async function type(page, text, pace) {
  // Playwright's way of filling it types, which takes Chromium half a minute for so many lines.
  await page.locator('#paste').evaluate((area, json) => {
    area.value = json;
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, text);
  await page.locator('#file-text, #error').first().waitFor();
  await page.locator('#paste').evaluate((area) => {
    const image = area.value.slice(area.value.length / 2).search(/image"?: "?/);
    const at = Math.floor(area.value.length / 2) + image + 'image": "'.length;
    area.focus();
    area.setSelectionRange(at, at);
  });
  await page.waitForTimeout(300);
  await page.evaluate(() => (globalThis.keys.length = globalThis.results.length = 0));
  for (let key = 0; key < keys; key += 1) {
    await page.keyboard.type('x');
    await page.waitForTimeout(pace + (key % 16));
  }
  await page.waitForTimeout(200);
  return page.evaluate(() => ({ keys: globalThis.keys, results: globalThis.results }));
}
