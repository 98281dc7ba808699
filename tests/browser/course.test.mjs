// Learn as a course: its menu, the box for what AWS said, the exercises, the glossary, and the links.

import assert from 'node:assert/strict';
import { address, clipboard, fill, onPage, paste, settled, text, withPage } from './page.mjs';
import { test } from 'node:test';
import { fixture } from './fixtures.mjs';
import { parameterLog } from './states.mjs';

const article = fixture('good/article.json');
const phone = { width: 390, height: 844 };
const link = (page, place) => page.locator(`.course a[href="#${place}"]`);
const ids = (page) => page.locator('.cards article').evaluateAll((cards) => cards.map((card) => card.id));

/** Presses Tab until this has the focus. */
async function tabTo(page, selector, most = 80) {
  for (let pressed = 0; pressed < most; pressed += 1) {
    if (await page.locator(`${selector}:focus`).count()) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`${selector} is not reached by Tab`);
}

/** Takes the text in the focused box for this one, by keys. */
async function write(page, written) {
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(written);
  await settled(page);
}

/** Changes the text of an exercise. */
async function mend(page, change) {
  await fill(page, '#answer', change(await page.locator('#answer').inputValue()));
}

const sideways = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

onPage('the menu stands at the left on a desk, above on a phone, and says where one is', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.locator('#view-learn').click();
  const place = async (selector) => page.locator(selector).first().boundingBox();
  assert.ok((await place('.course')).x + (await place('.course')).width <= (await place('#learn-title')).x);
  assert.equal(await text(page, '.course [aria-current]'), 'Read first 6');
  await link(page, 'group=size').click();
  await page.locator('#learn-title', { hasText: 'CPU, memory and disk' }).waitFor();
  assert.match(await text(page, '.course [aria-current]'), /^CPU, memory and disk 21$/);
  assert.match(page.url(), /#group=size$/);
  await page.goBack();
  await page.locator('#learn-title', { hasText: 'Read first' }).waitFor();
  await page.setViewportSize(phone);
  assert.ok((await place('.course')).y + (await place('.course')).height <= (await place('#learn-title')).y);
  assert.ok((await sideways(page)) <= 0);
});

onPage('AWS’s error comes first on a card', async ({ page }) => {
  await page.locator('#view-learn').click();
  const order = await page.locator('[id="rule=read-only-field"] > *').evaluateAll((all) => all.map((one) => one.className || one.localName));
  assert.deepEqual(order, ['h2', 'aws-says', 'before-after', 'reason', 'card-head', 'details']);
  assert.match(await text(page, '[id="rule=read-only-field"] .aws-says'), /Unknown parameter in input: "revision"/);
});

onPage('the rules that the own paste is about are a group', async ({ page }) => {
  await page.locator('#view-learn').click();
  await link(page, 'group=mine').click();
  await page.locator('.lessons', { hasText: 'Paste a task definition into Convert' }).waitFor();
  await page.locator('#view-convert').click();
  await paste(page, article);
  await page.locator('#view-learn').click();
  const found = await ids(page);
  assert.ok(found.includes('rule=null-value') && found.includes('rule=placeholder') && !found.includes('rule=crlf'), found.join(' '));
  // In another language they are the same.
  await page.locator('#lang').selectOption('ja');
  await page.locator('#learn-title', { hasText: '貼り付けた JSON に出たもの' }).waitFor();
  assert.deepEqual(await ids(page), found);
});

for (const [locale, viewport, found, line] of [
  ['en-US', { width: 1440, height: 900 }, /^\d errors? (is|are) known$/, 'line 10'],
  ['ja-JP', phone, /^\d 件のエラーが見つかりました$/, '10 行目'],
]) {
  onPage(`what AWS said leads to its rule and to the line in the paste, by keys, ${locale}`, { locale, viewport }, async ({ page }) => {
    await paste(page, article);
    await page.locator('#view-learn').click();
    await page.locator('#search').focus();
    await tabTo(page, '#told');
    await write(page, parameterLog);
    assert.match(await text(page, '#told-outcome'), found);
    assert.equal(await text(page, '.told .links a'), 'null-value');
    assert.equal(await text(page, '.told .to-line'), line);
    assert.ok((await text(page, '.told li > p:nth-of-type(2)')).length > 10);
    assert.ok((await sideways(page)) <= 0);
    await tabTo(page, '.told .to-line');
    await page.keyboard.press('Enter');
    await page.locator('#lesson [data-chosen] .over:focus').waitFor();
    assert.match(await text(page, '#lesson [data-chosen] code'), /secretOptions/);
    // It is still there, and nothing of it is anywhere but on the page.
    await page.locator('#view-learn').click();
    assert.equal(await page.locator('#told').inputValue(), parameterLog);
    assert.doesNotMatch(page.url(), /secretOptions|5f3c0e9b/);
    await page.locator('.told .links a').first().click();
    await page.locator('[id="rule=null-value"]:focus').waitFor();
    assert.match(page.url(), /#rule=null-value$/);
  });
}

onPage('a line without a mark is shown in the text itself', async ({ page }) => {
  await paste(page, article);
  await page.locator('#view-learn').click();
  await fill(page, '#told', 'Log driver awslogs option awslogs-groupp is not supported in containerDefinitions: ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist.');
  const places = page.locator('.told .to-line');
  await places.first().waitFor();
  const shown = Number((await places.first().textContent()).replace(/\D/g, ''));
  await places.first().click();
  await page.locator('#paste:focus').waitFor();
  const line = await page.locator('#paste').evaluate((box) => box.value.slice(0, box.selectionStart).split('\n').length);
  assert.equal(line, shown);
});

onPage('what AWS said is answered too where nothing is known, nothing pasted, or nothing readable', async ({ page }) => {
  await page.locator('#view-learn').click();
  await fill(page, '#told', 'the cat sat on the mat');
  assert.match(await text(page, '#told-outcome'), /No error that is known here/);
  await fill(page, '#told', parameterLog);
  assert.match(await text(page, '.told li'), /With a task definition in Convert/);
  await page.locator('#view-convert').click();
  await paste(page, '{"family": ');
  await page.locator('#view-learn').click();
  assert.match(await text(page, '.told li'), /can’t be read at the moment/);
  await page.locator('#view-convert').click();
  await paste(page, '{"family": "a", "cpu": "256"}');
  await page.locator('#view-learn').click();
  assert.match(await text(page, '.told li'), /No line was found/);
  await fill(page, '#told', '');
  assert.equal(await text(page, '.told'), '');
});

onPage('the search finds fields, words, and auditors’ ids', async ({ page }) => {
  await page.locator('#view-learn').click();
  for (const [sought, first] of [
    ['hostPort', 'field=containerDefinitions[].portMappings[].hostPort'],
    ['execution role', 'word=execution-role'],
    ['CKV_AWS_335', 'rule=host-pid'],
    ['ECS.18', 'rule=efs-settings'],
  ]) {
    await fill(page, '#search', sought);
    assert.equal((await ids(page))[0], first);
  }
  await fill(page, '#search', 'networkMode');
  assert.match(await text(page, '[id="field=networkMode"]'), /connected to the network.*string · optional.*bridge.*Not on Fargate.*host.*awsvpc.*a network interface of its own.*none/s);
  // What no rule says has its reason.
  await fill(page, '#search', 'ECS.2');
  assert.match(await text(page, '.left-out'), /ECS\.2 \(Security Hub\).*service/);
  // A link in the menu ends the search.
  await link(page, 'group=first').click();
  await page.locator('#learn-title', { hasText: 'Read first' }).waitFor();
  assert.equal(await page.locator('#search').inputValue(), '');
});

const solved = {
  'console-copy': [
    (box) => box.replace(/ *"(taskDefinitionArn|revision|status)".*\n/g, ''),
    (box) => box.replace(/ *"(taskRoleArn|command)": null,\n/g, ''),
    (box) => box.replaceAll('xxxxxxxxxxxx', '123456789012'),
  ],
  'fargate-task': [
    (box) => box.replace('"bridge"', '"awsvpc"'),
    (box) => box.replace('"memory": "512"', '"memory": "2048"'),
    (box) => box.replace('"json-file"', '"awslogs"').replace('{ "max-size": "10m" }', '{ "awslogs-group": "/ecs/web", "awslogs-region": "ap-northeast-1", "awslogs-stream-prefix": "web" }'),
  ],
  'secret-and-roles': [
    (box) => box.replace(':user/api', ':role/api'),
    (box) => box.replace('"containerDefinitions"', '"executionRoleArn": "arn:aws:iam::123456789012:role/ecsTaskExecutionRole",\n  "containerDefinitions"'),
    (box) => box.replace(/,\n *\{ "name": "DB_PASSWORD".*\}/, '').replace('"secrets": [', '"secrets": [{ "name": "DB_PASSWORD", "valueFrom": "/api/DB_PASSWORD" },'),
  ],
};

for (const [at, [id, steps]] of Object.entries(solved).entries()) {
  onPage(`exercise ${at + 1} is judged at each step, ${id}`, { viewport: at ? phone : { width: 1440, height: 900 } }, async ({ page }) => {
    await page.locator('#view-learn').click();
    await link(page, `exercise=${id}`).click();
    await page.locator('#learn-title:focus', { hasText: `Exercise ${at + 1}` }).waitFor();
    assert.equal(await text(page, '#judged'), '0 of 3 are mended');
    for (const [done, step] of steps.entries()) {
      await mend(page, step);
      const says = ['1 of 3 is mended', '2 of 3 are mended', 'Done: the checker finds no fault any more.'][done];
      assert.equal(await text(page, '#judged'), says);
      assert.equal(await page.locator('.faults > [data-mark="fix"]').count(), done + 1);
    }
    assert.ok((await sideways(page)) <= 0);
    await page.locator('#next-exercise').click();
    await page.locator('#learn-title:focus', { hasText: `Exercise ${(at + 1) % 3 + 1}` }).waitFor();
    assert.equal(await text(page, '#judged'), '0 of 3 are mended');
  });
}

onPage('an exercise by the keyboard alone: a hint, a line, a new fault, and the solution', { locale: 'ja-JP', viewport: phone }, async ({ page }) => {
  await page.goto(`${address}#exercise=secret-and-roles`);
  await page.locator('#learn-title:focus', { hasText: '練習 3' }).waitFor();
  await tabTo(page, '.faults [data-fault="plaintext-secret"] .to-line');
  await page.keyboard.press('Enter');
  await page.locator('#answer:focus').waitFor();
  const line = await page.locator('#answer').evaluate((box) => box.value.slice(0, box.selectionStart).split('\n').length);
  assert.equal(line, 15);
  await tabTo(page, '.faults [data-fault="plaintext-secret"] summary');
  await page.keyboard.press('Enter');
  assert.match(await page.locator('.faults [data-fault="plaintext-secret"] details').innerText(), /secrets/);
  const broken = await page.locator('#answer').inputValue();
  await page.locator('#answer').focus();
  await write(page, broken.replace('"256"', '"300"'));
  assert.equal(await text(page, '#judged'), '3 種類のうち 0 種類が直りました');
  assert.match(await text(page, '.faults > [data-mark="err"]'), /新しい問題/);
  await write(page, broken.replace('"api",', '"api"'));
  assert.match(await text(page, '#judged'), /種類が直りました|読み取れません/);
  await write(page, '{');
  assert.match(await text(page, '#judged'), /いまの内容は読み取れません/);
  await tabTo(page, '.solution summary');
  await page.keyboard.press('Enter');
  const solution = await page.locator('.solution pre').textContent();
  await page.locator('#answer').focus();
  await write(page, solution);
  assert.match(await text(page, '#judged'), /^正解です/);
});

onPage('an exercise is not lost by another view, another text or beginning again', async ({ page }) => {
  await page.locator('#view-learn').click();
  await link(page, 'exercise=fargate-task').click();
  await mend(page, solved['fargate-task'][0]);
  const answer = await page.locator('#answer').inputValue();
  await page.locator('#view-convert').click();
  await paste(page, article);
  await page.locator('#view-learn').click();
  assert.equal(await page.locator('#answer').inputValue(), answer);
  assert.equal(await text(page, '#judged'), '1 of 3 is mended');
  await page.locator('#again').click();
  assert.equal(await text(page, '#judged'), '0 of 3 are mended');
  assert.ok(await page.locator('#again').isDisabled());
  await page.locator('#answer-back').click();
  assert.equal(await page.locator('#answer').inputValue(), answer);
  assert.doesNotMatch(page.url(), /awsvpc/);
  assert.equal(await page.evaluate(() => JSON.stringify(history.state)), '"learn"');
  assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
});

onPage('typing in an exercise keeps the cursor where it is', async ({ page }) => {
  await page.goto(`${address}#exercise=fargate-task`);
  await page.locator('#answer').waitFor();
  await page.locator('#answer').evaluate((box) => {
    const at = box.value.indexOf('bridge');
    box.focus();
    box.setSelectionRange(at, at + 'bridge'.length);
  });
  await page.keyboard.type('awsvpc', { delay: 5 });
  await settled(page);
  assert.match(await page.locator('#answer').inputValue(), /"networkMode": "awsvpc",/);
  assert.equal(await text(page, '#judged'), '1 of 3 is mended');
});

for (const [locale, word, says] of [
  ['en-US', /^(register|registers|registered|revision)$/i, /ECS|version/],
  ['ja-JP', /^(登録|リビジョン)$/, /ECS|ファミリー/],
]) {
  onPage(`a word opens its explanation where it stands first, and nothing moves, ${locale}`, { locale }, async ({ page }) => {
    await paste(page, article);
    await page.locator('#lesson [data-mark="gone"] .over').first().click();
    const button = page.locator('#why .word').filter({ hasText: word }).first();
    await button.waitFor();
    const heights = () => page.evaluate(() => [document.documentElement.scrollHeight, document.querySelector('#why').offsetHeight]);
    const before = await heights();
    await button.focus();
    await page.keyboard.press('Enter');
    const about = page.locator('.about:popover-open');
    assert.match(await about.innerText(), says);
    assert.deepEqual(await heights(), before);
    const place = await about.boundingBox();
    const size = page.viewportSize();
    assert.ok(place.x >= 0 && place.y >= 0 && place.x + place.width <= size.width && place.y + place.height <= size.height);
    // Escape closes it and nothing else.
    await page.keyboard.press('Escape');
    await about.waitFor({ state: 'hidden' });
    assert.equal(await page.locator('#why h2').count(), 1);
    // Each word once in a view.
    const words = await page.locator('.word').evaluateAll((all) => all.map((one) => one.getAttribute('popovertarget')));
    assert.equal(new Set(words).size, words.length);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.cards article:focus').waitFor();
    assert.match(page.url(), /#word=/);
    await page.goBack();
    await page.locator('#lesson').waitFor();
    assert.equal(await page.locator('#paste').inputValue(), article);
  });
}

test('each kind of place has its address, and what is not there is said', async () => {
  for (const [place, focused] of [
    ['word=revision', '[id="word=revision"]'],
    ['error=image-not-found', '[id="error=image-not-found"]'],
    ['error=null-value', '[id="rule=null-value"]'],
    ['rule=plaintext-secret', '[id="rule=plaintext-secret"]'],
    ['exercise=console-copy', '#learn-title'],
    ['field=containerDefinitions%5B%5D.cpu', '#learn-title'],
  ]) {
    await withPage({}, async ({ page, watch }) => {
      await watch.load(async () => {
        await page.goto('about:blank');
        await page.goto(`${address}#${place}`, { waitUntil: 'networkidle' });
      });
      await page.locator(`${focused}:focus`).waitFor();
      assert.equal(await page.locator('.lessons [role="alert"]').count(), 0);
      for (const kind of ['rule', 'group', 'error', 'word', 'exercise', 'field']) {
        await page.evaluate((hash) => (location.hash = hash), `${kind}=nope`);
        await page.locator('.lessons [role="alert"]', { hasText: 'nothing named nope' }).waitFor();
      }
      assert.deepEqual(watch.complaints(), []);
    });
  }
});

onPage('links to an error, a word and an exercise are copied, without anything of the paste', { permissions: ['clipboard-read', 'clipboard-write'] }, async ({ page }) => {
  await paste(page, article);
  await page.locator('#view-learn').click();
  for (const [group, place] of [['group=words', 'word=revision'], ['group=aws-errors', 'error=image-not-found'], ['exercise=console-copy', 'exercise=console-copy']]) {
    await link(page, group).click();
    await page.locator(`[data-link="${place}"]`).click();
    await page.locator(`[data-link="${place}"] + .said`, { hasText: 'Link copied' }).waitFor();
    assert.equal(await clipboard(page), `${address}#${place}`);
  }
});
