// The page comes in two parts: the first one shows, explains, checks and edits a result; what needs
// the second one says so, and is there when that is, without a click.

import assert from 'node:assert/strict';
import { onPage, plainHost, result, settled } from './page.mjs';
import { converted, fixture } from './fixtures.mjs';

const article = fixture('good/article.json');
const words = {
  'en-US': { loading: 'This part is still being loaded…', rules: /rules/ },
  'ja-JP': { loading: 'この部分を読み込んでいます…', rules: /ルール/ },
};

/** A test in which `act` happens before the second part comes, and `then` when it is there. */
function inParts(name, options, answer, act, then) {
  onPage(name, { host: plainHost, ...options }, async ({ page, watch }) => {
    let arrive;
    const arrives = new Promise((done) => (arrive = done));
    let times = 0;
    await page.route('**/taskdef_second.wasm', async (route) => {
      times += 1;
      await arrives;
      await answer(route, times);
    });
    await watch.load(async () => {
      await page.goto(page.url(), { waitUntil: 'commit' });
      await page.locator('.page:not(.shell) #example').waitFor();
      await act(page, words[options.locale ?? 'en-US']);
      const over = page.waitForFunction(() => !document.querySelector('#zip')?.disabled);
      arrive();
      await over;
    });
    await then(page, words[options.locale ?? 'en-US']);
  });
}

const atOnce = (route) => route.continue();

for (const locale of ['en-US', 'ja-JP']) {
  inParts(`a result, its checks, a reason and an edit need the first part alone, ${locale}`, { locale }, atOnce, async (page, { loading }) => {
    await page.locator('#example').click();
    await settled(page);
    assert.equal(await result(page), converted(article).result);
    assert.equal(await page.locator('.checks > li').count(), 3);
    await page.locator('#lesson [data-mark] .over').first().click();
    assert.ok((await page.locator('#why > p').first().innerText()).length > 20);
    await page.locator('#panel-edit').click();
    await page.locator('#image-0').fill('batch:2');
    await settled(page);
    assert.match(await page.locator('#same').innerText(), /--image .*batch:2/);
    // What needs the other part says so.
    await page.locator('#panel-take-away').click();
    await page.locator('#file-1').click();
    assert.equal(await page.locator('#file-panel').innerText(), loading);
    assert.ok(await page.locator('#zip').isDisabled());
    for (const tab of ['compare', 'learn']) {
      await page.locator(`#view-${tab}`).click();
      assert.equal(await page.locator('main').innerText(), loading);
    }
    await page.locator('#view-convert').click();
  }, async (page, { rules }) => {
    assert.match(await page.locator('#file-text').textContent(), /^# |version: /);
    await page.locator('#view-learn').click();
    assert.match(await page.locator('#counted').innerText(), rules);
  });
}

inParts('a text that is none is refused without the second part, and has its next step with it', {}, atOnce, async (page) => {
  await page.locator('#paste').fill('arn:aws:ecs:eu-west-1:123456789012:task-definition/batch:5');
  await page.locator('#error').waitFor();
  assert.equal(await page.locator('#command').count(), 0);
  await page.locator('#paste').fill(article);
  await settled(page);
}, async (page) => {
  await page.locator('#paste').fill('arn:aws:ecs:eu-west-1:123456789012:task-definition/batch:5');
  assert.match(await page.locator('#command').innerText(), /describe-task-definition .*batch:5/);
});

let again;
const comesAgain = new Promise((done) => (again = done));

inParts('a second part that is not to be had is asked for again, and the page says so', {}, async (route, times) => {
  if (times === 1) return route.fulfill({ body: 'busy' });
  await comesAgain;
  await route.continue();
}, async (page) => {
  await page.locator('#example').click();
  await settled(page);
  await page.locator('#file-2').click();
  const says = page.locator('#file-panel', { hasText: 'could not be loaded' });
  says.waitFor().then(again);
}, async (page) => {
  await page.locator('#file-2').click();
  assert.match(await page.locator('#file-text').textContent(), /^\{\n/);
});
