// Pastes each shape of shapes.txt, 40 KB long, into the page, and prints how long the main thread was
// blocked at a stretch: until then nothing can be typed or scrolled. Then opens the form of a definition
// with 500 containers. `tests/bench/growth --page` runs it.

import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { root, withPage } from '../browser/page.mjs';

const bytes = 40_000;
/** The longest that a person may wait, in milliseconds. */
const mark = 1000;
/** A shape that takes longer is given up. */
const limit = 60_000;

/** The shapes whose names have one of these parts, all if there is none: `{ name, text }`. */
function shapes(parts) {
  const lines = execFileSync('python3', ['tests/bench/shapes.py', `${bytes}`], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const all = lines.trimEnd().split('\n').map((line) => JSON.parse(line));
  return parts.length ? all.filter(({ name }) => parts.some((part) => name.includes(part))) : all;
}

/**
 * Runs in the page: pastes a text and gives the longest block of the main thread in milliseconds. Each
 * task posts the next, so that the time between two is that of what stood between them.
 */
async function paste(text) {
  const area = document.querySelector('#paste');
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  let longest = 0;
  let quiet = last;
  const watched = new Promise((done) => {
    port1.onmessage = () => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      if (now - last > 50) quiet = now;
      last = now;
      // The page may wait for a frame and for the end of typing before it converts.
      if (now - quiet > 1500) done();
      else port2.postMessage(0);
    };
  });
  port2.postMessage(0);
  area.value = text;
  area.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await watched;
  return longest;
}

test('longest block of the main thread', async () => {
  const blocks = [];
  for (const { name, text } of shapes(JSON.parse(process.env.SHAPES ?? '[]'))) {
    // A page of its own, since one that hangs takes no other text.
    await withPage({ viewport: { width: 1440, height: 900 } }, async ({ page }) => {
      const late = new Promise((done) => setTimeout(done, limit, Infinity).unref());
      blocks.push({ name, block: await Promise.race([page.evaluate(paste, text), late]) });
    });
  }
  blocks.sort((one, other) => one.block - other.block);
  for (const { name, block } of blocks) console.log(`${name.padEnd(44)}${seconds(block)}`);
  const missed = blocks.filter(({ block }) => block >= mark).map(({ name }) => name);
  console.log(
    `mark: no block of the main thread of ${mark / 1000} s at ${bytes / 1000} KB, ` +
      (missed.length ? `MISSED by ${missed.length}: ${missed.join(', ')}` : 'met'),
  );
});

/** The longest that the form of many containers may take to open, in milliseconds. */
const formMark = 1500;

test('the form of 500 containers', async () => {
  const environment = Array.from({ length: 10 }, (_, at) => ({ name: `V${at}`, value: 'daily' }));
  const container = (_, at) => ({ name: `app-${at}`, image: 'app:1', memory: 64, environment });
  const containerDefinitions = Array.from({ length: 500 }, container);
  const text = JSON.stringify({ family: 'many', containerDefinitions });
  await withPage({ viewport: { width: 1440, height: 900 } }, async ({ page }) => {
    const converted = await page.evaluate(paste, text);
    const opened = await page.evaluate(async () => {
      const start = performance.now();
      document.querySelector('#panel-edit').click();
      while (!document.querySelector('#image-0')) await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      await new Promise((painted) => setTimeout(painted));
      return performance.now() - start;
    });
    const met = opened < formMark ? 'met' : 'MISSED';
    console.log(`the form of 500 containers opens in ${seconds(opened)}, mark ${formMark / 1000} s: ${met}; their text blocked ${seconds(converted)}`);
  });
});

const seconds = (ms) => (ms === Infinity ? `over ${limit / 1000} s` : `${(ms / 1000).toFixed(2)} s`);
