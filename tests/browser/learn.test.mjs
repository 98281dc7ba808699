// The rules and their cards, the guided tour, and two revisions compared.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { address, clipboard, fill, form, onPage, paste, result, text, withPage } from './page.mjs';
import { test } from 'node:test';
import { fixture, taskdef } from './fixtures.mjs';

const article = fixture('good/article.json');
const group = (page, id) => page.locator(`.course a[href="#group=${id}"]`);
const ids = (page) => page.locator('.cards article').evaluateAll((cards) => cards.map((card) => card.id));

/** Shows all rules. */
async function showAll(page) {
  await page.locator('#view-learn').click();
  await page.locator('.course details:last-of-type > summary').click();
  await group(page, 'all').click();
  await page.locator('[id="rule=no-log-configuration"]').waitFor({ state: 'attached' });
}

const { rules } = JSON.parse(execFileSync(taskdef, ['explain', '--format', 'json'], { encoding: 'utf8' }));

onPage('every rule is there, with its example', async ({ page }) => {
  await page.locator('#view-learn').click();
  assert.equal(await page.locator('.cards article').count(), 6);
  await showAll(page);
  assert.deepEqual(await ids(page), rules.map((rule) => `rule=${rule.id}`));
  assert.equal(await page.locator('.cards pre').count(), 2 * rules.length);
  assert.equal(await page.locator('.cards pre:empty').count(), 0);
});

onPage('before and after look different on every card, and what differs is marked, and that alone', async ({ page }) => {
  await showAll(page);
  const cards = await page.locator('.cards article').evaluateAll((all) => all.map((card) => {
    const [before, after] = [...card.querySelectorAll('pre')].map((pre) => pre.textContent);
    const marked = (tag) => [...card.querySelectorAll(tag)].map((one) => one.textContent);
    return { id: card.id.slice('rule='.length), before, after, gone: marked('del'), come: marked('ins') };
  }));
  // As somebody sees it who can't tell one space from another.
  const seen = (text) => text.replace(/\s+/gu, ' ').replace(/[\p{Cf}\p{Cc}]/gu, '');
  for (const { id, before, after, gone, come } of cards) {
    assert.notEqual(seen(before), seen(after), id);
    assert.doesNotMatch(before + after, /[^\S \n]|[\p{Cf}]|(?!\n)\p{Cc}/u, id);
    const { example } = rules.find((rule) => rule.id === id);
    if (example.before === example.after) {
      assert.deepEqual([gone, come], [[], []], id);
      continue;
    }
    assert.ok(gone.length + come.length > 0, id);
    // Where both sides have a text, they share some of it.
    if (example.before && example.after) assert.ok(gone.join('').length < before.length || come.join('').length < after.length, id);
  }
  const card = (id) => cards.find((one) => one.id === id);
  assert.deepEqual(card('byte-order-mark').gone, ['U+FEFF']);
  assert.deepEqual(card('byte-order-mark').come, []);
  assert.match(card('crlf').before, /U\+000D/);
  assert.match(card('odd-space').gone.join(), /U\+00A0,U\+3000/);
  assert.match(card('utf-16').before, /^UTF-16 .*[^]*/);
  assert.deepEqual(card('number-for-string').come.join(''), '""');
});

onPage('a card and a group give a link to themselves, without anything else of the address', { permissions: ['clipboard-read', 'clipboard-write'] }, async ({ page, watch }) => {
  await watch.load(() => page.goto(`${address}?from=mail`, { waitUntil: 'networkidle' }));
  await paste(page, article);
  await page.locator('#view-learn').click();
  await page.locator('[data-link="rule=null-value"]').click();
  await page.locator('article .said', { hasText: 'Link copied' }).waitFor();
  assert.equal(await clipboard(page), `${address}#rule=null-value`);
  await page.locator('.course details:last-of-type > summary').click();
  await group(page, 'error').click();
  await page.locator('[data-link="group=error"]').click();
  await page.locator('#counted ~ .said', { hasText: 'Link copied' }).waitFor();
  const link = await clipboard(page);
  assert.equal(link, `${address}#group=error`);
  // What is pasted has no link.
  await group(page, 'mine').click();
  await page.locator('#learn-title', { hasText: 'In your JSON' }).waitFor();
  assert.equal(await page.locator('[data-link^="group="]').count(), 0);
  await watch.load(async () => {
    await page.goto('about:blank');
    await page.goto(link, { waitUntil: 'networkidle' });
  });
  await page.locator('.course [aria-current]', { hasText: /^Errors/ }).waitFor();
  assert.deepEqual(await ids(page), rules.filter((rule) => rule.class === 'error').map((rule) => `rule=${rule.id}`));
});

onPage('rules can be searched', async ({ page }) => {
  await page.locator('#view-learn').click();
  await fill(page, '#search', 'IMAGE1_NAME');
  const found = await ids(page);
  const kind = (name) => found.filter((id) => id.startsWith(`${name}=`)).length;
  assert.ok(found.includes('rule=placeholder'), found.join(' '));
  assert.ok(found.length < 8 && kind('word') > 0, found.join(' '));
  assert.equal(await text(page, '#counted'), `${kind('word')} words · 1 rule`);
});

onPage('a rule is found by its error of AWS, whatever names stand in it', async ({ page }) => {
  await page.locator('#view-learn').click();
  for (const [error, id] of [
    ["An error occurred (ClientException) when calling the RegisterTaskDefinition operation: Unknown volume 'mine'.", 'mount-without-volume'],
    ["Invalid setting for container 'mine'. At least one of 'memory' or 'memoryReservation' must be specified.", 'container-memory-missing'],
  ]) {
    await fill(page, '#search', error);
    assert.deepEqual(await ids(page), [`rule=${id}`]);
  }
});

/** What people were told, with names of their own, and the error that it is. */
const STOPPED = [
  ['exit 137', 'killed'],
  ["CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref\n 123456789012.dkr.ecr.eu-west-1.amazonaws.com/mine:7: not found", 'image-not-found'],
];

for (const [locale, count] of [['en-US', '1 error of AWS'], ['ja-JP', '1 件の AWS のエラー']]) {
  onPage(`an error that no rule is about is found by what AWS said, ${locale}`, { locale }, async ({ page }) => {
    await page.locator('#view-learn').click();
    for (const [told, id] of STOPPED) {
      await fill(page, '#search', told);
      assert.deepEqual(await ids(page), [`error=${id}`], told);
      assert.equal(await text(page, '#counted'), count);
      assert.ok((await text(page, '.cards article p:nth-of-type(2)')).length > 10);
    }
  });
}

test('an address leads to a rule, which has the focus', async () => {
  await withPage({}, async ({ page, watch }) => {
    await watch.load(async () => {
      await page.goto('about:blank');
      await page.goto(`${address}#rule=plaintext-secret`, { waitUntil: 'networkidle' });
    });
    await page.locator('[id="rule=plaintext-secret"]:focus').waitFor();
    assert.ok(await page.locator('[id="rule=plaintext-secret"] details').evaluate((one) => one.open));
    assert.deepEqual(watch.complaints(), []);
  });
});

onPage('from a reason to its rule and back, and the paste is still there', async ({ page }) => {
  await paste(page, article);
  await page.locator('.place', { hasText: 'IMAGE1_NAME' }).click();
  await page.locator('#why a', { hasText: 'About this rule' }).click();
  await page.locator('[id="rule=placeholder"]:focus').waitFor();
  assert.match(page.url(), /#rule=placeholder$/);
  await page.goBack();
  await page.locator('#lesson').waitFor();
  assert.doesNotMatch(page.url(), /rule/);
  assert.equal(await page.locator('#paste').inputValue(), article);
  await page.goForward();
  await page.locator('[id="rule=placeholder"]').waitFor();
  await page.locator('#view-convert').click();
  assert.doesNotMatch(page.url(), /#/);
});

for (const [locale, first, last] of [['en-US', /what the console shows/, /pipeline/], ['ja-JP', /コンソールに表示される/, /パイプライン/]]) {
  onPage(`the guided tour, ${locale}`, { locale }, async ({ page }) => {
    await page.locator('#tour').click();
    assert.match(await text(page, '#why h2'), first);
    const seen = [];
    for (let step = 1; step < 6; step += 1) {
      await page.keyboard.press('n');
      await page.locator('#why-title:focus').waitFor();
      seen.push((await page.locator('[data-chosen] code').allTextContents()).join());
    }
    assert.match(seen[0], /revision/);
    assert.match(seen[1], /null/);
    assert.match(seen[2], /<IMAGE1_NAME>/);
    assert.match(await text(page, '#why h2'), last);
    assert.match(await page.locator('#file-text').textContent(), /register-task-definition/);
    await page.keyboard.press('p');
    await page.locator('#image-0').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('#why').waitFor({ state: 'detached' });
    await page.locator('#lesson').waitFor();
  });
}

onPage('two revisions are compared by what they mean', async ({ page }) => {
  await page.locator('#view-compare').click();
  await fill(page, '#old', article);
  const reordered = JSON.stringify(JSON.parse(article).containerDefinitions[0].secrets.toReversed());
  const other = article
    .replace('"cpu": "256"', '"cpu": "0.5 vCPU"')
    .replace(/"secrets": \[[^]*?\n {6}\]/, `"secrets": ${reordered}`)
    .replace('"environment": []', '"environment": [{"name": "MODE", "value": "hunter2"}]');
  await fill(page, '#new', other);
  const rows = await page.locator('#differences tbody tr').allInnerTexts();
  assert.equal(rows.length, 2, rows.join('\n'));
  assert.equal(await text(page, '#compared'), '2 differences');
  assert.match(rows.join('\n'), /~\s*changed\s*cpu/);
  assert.match(rows.join('\n'), /\+\s*added\s*containerDefinitions/);
  assert.doesNotMatch(rows.join('\n'), /hunter2/);
  // Each kind has a colour besides its sign and word.
  const colours = await page.locator('#differences tbody tr').evaluateAll((all) =>
    all.map((one) => getComputedStyle(one).backgroundColor));
  assert.equal(new Set(colours).size, 2, colours.join());
  // Values are shown on request only.
  await page.locator('#compare-values').click();
  assert.match(await text(page, '#differences'), /hunter2/);
  await page.locator('#compare-values').click();
  assert.doesNotMatch(await text(page, '#differences'), /hunter2/);
  // The order of the secrets, and that alone, is written in another way.
  const uncounted = page.locator('.compare details');
  assert.equal(await uncounted.locator('summary').textContent(), '1 difference that is not counted');
  await uncounted.locator('summary').click();
  assert.match(await uncounted.locator('tbody').innerText(), /secrets.*datasource\.url/s);
  await fill(page, '#new', '{"family": "a"}');
  assert.match(await text(page, '#differences'), /−\s*removed/);
  await fill(page, '#new', article);
  assert.match(await text(page, '.compare [role="status"]'), /No differences/);
  await fill(page, '#new', '{');
  assert.match(await text(page, '.compare [role="status"]'), /New/);
});

onPage('comparing has texts of its own, and takes those of the conversion on request', async ({ page }) => {
  await page.locator('#view-compare').click();
  assert.ok(await page.locator('#compare-own').isDisabled());
  await page.locator('#view-convert').click();
  await paste(page, article);
  await form(page);
  await page.locator('#cpu label', { hasText: /^1$/ }).click();
  const converted = await result(page);
  await page.locator('#view-compare').click();
  for (const box of ['#old', '#new']) {
    assert.equal(await page.locator(box).inputValue(), '');
    await page.locator(box).click();
    await page.keyboard.type('{}');
  }
  await page.locator('#view-convert').click();
  assert.equal(await page.locator('#paste').inputValue(), article);
  assert.equal(await result(page), converted);
  await page.locator('#view-compare').click();
  await page.locator('#compare-own').click();
  const rows = await page.locator('#differences tbody tr').allInnerTexts();
  assert.deepEqual(rows.map((row) => row.match(/cpu|memory/)?.[0]), ['cpu', 'memory']);
});
