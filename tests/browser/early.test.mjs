// What is done on the first screen while the page is still loading is kept, and done when it is there.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { onPage, plainHost, result, settled, text } from './page.mjs';
import { converted, fixture, fixturePath } from './fixtures.mjs';

const article = fixture('good/article.json');
const { result: wanted } = converted(article);

/** A test in which `act` happens while the wasm is on its way, and `then` when the page is there. On
    plain http, where no worker answers for the host. */
function early(name, options, act, then) {
  onPage(name, { host: plainHost, ...options }, async ({ page, watch, context }) => {
    let arrive;
    const arrives = new Promise((done) => (arrive = done));
    await page.route('**/taskdef_bg.wasm', async (route) => {
      await arrives;
      await route.continue();
    });
    await watch.load(async () => {
      await page.goto(page.url(), { waitUntil: 'commit' });
      await page.locator('html[data-theme] .shell #paste').waitFor();
      await act(page, context);
      assert.equal(await page.locator('.shell').count(), 1);
      arrive();
      // All of its parts are there, which ends its loading.
      await page.locator('.page:not(.shell)').waitFor();
      await page.waitForFunction(() => !document.querySelector('#zip')?.disabled);
    });
    await settled(page);
    await then(page);
  });
}

/** Has the clipboard hold a text, as when somebody copied it elsewhere. */
async function copyElsewhere(context, json) {
  const other = await context.newPage();
  await other.setContent('<textarea></textarea>');
  await other.locator('textarea').fill(json);
  await other.keyboard.press('Control+a');
  await other.keyboard.press('Control+c');
  await other.close();
}

const isConverted = async (page) => {
  assert.equal(await result(page), wanted);
  assert.equal(await page.locator('#paste').inputValue(), article);
};

early('a paste into the box', {}, async (page, context) => {
  await copyElsewhere(context, article);
  await page.locator('#paste').click();
  await page.keyboard.press('Control+v');
  assert.ok(await page.locator('.waits[lang="en"]').isVisible());
}, async (page) => {
  await isConverted(page);
  assert.notEqual(await page.evaluate(() => document.activeElement.id), 'paste');
});

early('a paste beside the box', { locale: 'ja-JP' }, async (page, context) => {
  await copyElsewhere(context, article);
  await page.locator('.shell h1[lang="ja"]').click();
  await page.keyboard.press('Control+v');
  assert.ok(await page.locator('.waits[lang="ja"]').isVisible());
}, isConverted);

early('typing, which goes on where it was', {}, async (page) => {
  await page.locator('#paste').click();
  await page.keyboard.type('{"family": "b"}');
  await page.keyboard.press('ArrowLeft');
}, async (page) => {
  await page.keyboard.type(', "containerDefinitions": []');
  await settled(page);
  assert.equal(await page.locator('#paste').inputValue(), '{"family": "b", "containerDefinitions": []}');
  await page.keyboard.press('Escape');
  assert.match(await result(page), /"family": "b"/);
});

early('a dropped file', {}, async (page) => {
  const bytes = [...readFileSync(fixturePath('good/mended-utf-16le.json'))];
  const dataTransfer = await page.evaluateHandle((values) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(values)], 'from-a-drop.json'));
    return transfer;
  }, bytes);
  const over = await page.locator('.shell h1[lang="en"]').evaluate((place, dataTransfer) =>
    place.dispatchEvent(new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true })), dataTransfer);
  assert.equal(over, false, 'the page must say that files may be dropped');
  await page.locator('.shell h1[lang="en"]').dispatchEvent('drop', { dataTransfer });
}, async (page) => {
  await page.locator('#lesson').waitFor();
  assert.equal(await result(page), converted(readFileSync(fixturePath('good/mended-utf-16le.json'))).result);
  assert.match(await text(page, '.paste-head'), /from-a-drop\.json/);
});

early('an opened file', {}, (page) => page.locator('input[type="file"]').setInputFiles(fixturePath('good/article.json')), async (page) => {
  await page.locator('#lesson').waitFor();
  await isConverted(page);
});

early('the example', {}, (page) => page.locator('#example').click(), isConverted);

early('a text after the example', {}, async (page) => {
  await page.locator('#example').click();
  await page.locator('#paste').click();
  await page.keyboard.type('{"family": "b", "containerDefinitions": []}');
}, async (page) => {
  await page.keyboard.press('Escape');
  assert.match(await result(page), /"family": "b"/);
});

early('the example after a text, which is not lost', {}, async (page) => {
  await page.locator('#paste').click();
  await page.keyboard.type('{"family": "b", "containerDefinitions": []}');
  await page.locator('#example').click();
}, async (page) => {
  await isConverted(page);
  await page.keyboard.press('Control+z');
  await settled(page);
  assert.match(await page.locator('#paste').inputValue(), /"family": "b"/);
});

for (const locale of ['en-US', 'ja-JP']) {
  early(`the first screen says what becomes of a paste, ${locale}`, { locale, viewport: { width: 390, height: 844 } }, async (page) => {
    const said = await page.locator('.shell main').innerText();
    const words = locale === 'ja-JP' ? [/ブラウザの外に出ません/, /コンソールの JSON\n/, /登録できる JSON\n/] : [/Nothing you paste leaves/, /From the console\n/, /What AWS registers\n/];
    for (const part of [...words, /"revision": 5,/]) assert.match(said, part);
    assert.equal(await page.locator('.shell del:visible').count(), 3);
    page.early = await places(page);
  }, async (page) => {
    // Nothing moves when the page takes the place of it.
    assert.deepEqual(await places(page), page.early);
  });
}

const places = (page) =>
  page.evaluate(() => [...document.querySelectorAll('#paste, #example, .safe, .before-after')].filter((one) => one.checkVisibility()).map((one) => Math.round(one.getBoundingClientRect().top)));

onPage('each part of the wasm is asked for once, the first one at once', { host: plainHost }, async ({ page, watch }) => {
  const asked = watch.requests.filter((url) => url.endsWith('.wasm'));
  assert.deepEqual(asked.map((url) => /taskdef_(.*)\.wasm/.exec(url)[1]), ['bg', 'en', 'second', 'ja']);
  const by = await page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.wasm')).map((one) => one.initiatorType));
  assert.deepEqual(by, ['link', 'fetch', 'fetch', 'fetch']);
});
