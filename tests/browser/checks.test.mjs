// What is to be checked, as a list of things to do: a row for each kind, and its cure in the row.

import assert from 'node:assert/strict';
import { fill, form, onPage, paste, result, settled, text } from './page.mjs';
import { fixture } from './fixtures.mjs';

const article = fixture('good/article.json');

/** A definition with three secrets in two containers, and a container without memory. */
const secrets = JSON.stringify({
  family: 'nightly',
  executionRoleArn: 'arn:aws:iam::111122223333:role/execution',
  containerDefinitions: [
    { name: 'app', image: 'app:1', memory: 128, environment: [{ name: 'DB_PASSWORD', value: 'tr0ub4dor&3' }, { name: 'MODE', value: 'daily' }, { name: 'API_KEY', value: 'f00dfeedf00d' }] },
    { name: 'log', image: 'log:1', environment: [{ name: 'DB_PASSWORD', value: 'tr0ub4dor&4' }] },
  ],
}, null, 2);

const row = (page, rule) => page.locator(`.checks [data-rule="${rule}"]`);

onPage('a row for each kind, errors first, with its places named as a person would', async ({ page }) => {
  await paste(page, secrets);
  const kinds = await page.locator('.checks > li').evaluateAll((all) => all.map((one) => [one.dataset.rule, one.dataset.mark]));
  assert.equal(new Set(kinds.map(([rule]) => rule)).size, kinds.length);
  const marks = kinds.map(([, mark]) => mark);
  assert.deepEqual(marks, marks.toSorted((a, b) => (a === 'err' ? 0 : 1) - (b === 'err' ? 0 : 1)));
  assert.equal(marks[0], 'err');
  const places = await row(page, 'plaintext-secret').locator('.place').allInnerTexts();
  assert.deepEqual(places.map((one) => one.replace(/^line \d+\s+/, '')), ['DB_PASSWORD (app)', 'API_KEY (app)', 'DB_PASSWORD (log)']);
  // Each leads to its line.
  assert.match(await row(page, 'plaintext-secret').locator('.steps').innerText(), /Secrets Manager.*execution role/);
  await row(page, 'plaintext-secret').locator('.place').nth(1).click();
  assert.match(await text(page, '#why h2'), /^API_KEY \(app\)/);
  assert.match(await text(page, '[data-chosen]'), /"value"/);
});

onPage('all of a kind are cured by one press, in one step', async ({ page }) => {
  await paste(page, secrets);
  const before = await page.locator('.place').count();
  await row(page, 'plaintext-secret').locator('.cure', { hasText: 'Move all 3 to secrets' }).click();
  await settled(page);
  const [app, log] = JSON.parse(await result(page)).containerDefinitions;
  assert.deepEqual(app.secrets.map((one) => one.name), ['DB_PASSWORD', 'API_KEY']);
  assert.deepEqual(app.environment, [{ name: 'MODE', value: 'daily' }]);
  assert.deepEqual(log.secrets.map((one) => one.name), ['DB_PASSWORD']);
  assert.equal(await row(page, 'plaintext-secret').count(), 0);
  assert.equal(await page.locator('.place').count(), before - 3);
  await page.locator('#show-all').focus();
  await page.keyboard.press('Control+z');
  await settled(page);
  assert.equal(await page.locator('.place').count(), before);
});

onPage('all of a kind are kept by one press, and come back by one', async ({ page }) => {
  await paste(page, secrets);
  const before = await text(page, '#verdict');
  await row(page, 'plaintext-secret').locator('.keep').click();
  assert.equal(await row(page, 'plaintext-secret').count(), 0);
  assert.notEqual(await text(page, '#verdict'), before);
  await page.keyboard.press('Control+z');
  assert.equal(await text(page, '#verdict'), before);
});

onPage('what is blacked out is asked for once and filled in everywhere', async ({ page }) => {
  await paste(page, article);
  await form(page);
  await page.locator('#cpu label', { hasText: /^0.5$/ }).click();
  await fill(page, '#image-0', 'registry.example.com/batch:7');
  await row(page, 'redacted-account').locator('#fill').click();
  const labels = await page.locator('.blanks label').allInnerTexts();
  assert.deepEqual(labels, ['Account ID xxxxxxxxxxxx', 'Region xx-xxxxxx-1', 'Name xxxx-dev-xxxx', 'Name xxxx-DEV-XXXX', 'Name xxxx']);
  await page.locator('#blank-0:focus').waitFor();
  for (const [at, value] of ['111122223333', 'ap-northeast-1', 'shop-dev-jobs', 'SHOP-DEV-JOBS', ''].entries()) {
    await fill(page, `#blank-${at}`, value);
  }
  await page.locator('#fill-all').click();
  await settled(page);
  const filled = await result(page);
  assert.match(await text(page, '#verdict'), /Ready to register/);
  assert.doesNotMatch(filled, /xxxx-dev|xxxxxxxxxxxx|xx-xxxx|DEV-XXXX/);
  for (const part of [
    'arn:aws:iam::111122223333:role/shop-dev-jobs-ecs-task-role', '"awslogs-region": "ap-northeast-1"',
    '/ecs/logs/shop-dev-jobs-ecs-batch', 'SHOP-DEV-JOBS_SPRING_DATASOURCE_URL', 'xxxx.spring.datasource.url',
    // The edits go with the new name of their container.
    '"cpu": "512"', 'registry.example.com/batch:7', '"name": "shop-dev-jobs-batch-container"',
  ]) {
    assert.ok(filled.includes(part), `${part} in ${filled}`);
  }
  await page.locator('#show-all').focus();
  await page.keyboard.press('Control+z');
  await settled(page);
  assert.match(await result(page), /xxxxxxxxxxxx/);
});

onPage('the image is filled in from its row', async ({ page }) => {
  await paste(page, article);
  await row(page, 'placeholder').locator('.cure', { hasText: 'Enter the image' }).click();
  await page.locator('#image-0:focus').waitFor();
});

onPage('two findings of one line can both be read', async ({ page }) => {
  const image = 'xxxxxxxxxxxx.dkr.ecr.eu-west-1.amazonaws.com/app:<TAG>';
  await paste(page, JSON.stringify({ family: 'two', containerDefinitions: [{ name: 'app', image, memory: 64 }] }, null, 2));
  assert.match(await text(page, '#verdict'), /2 things/);
  for (const rule of ['redacted-account', 'placeholder']) {
    await row(page, rule).locator('.place').click();
    assert.equal(await text(page, '.why-head code'), rule);
  }
  await page.locator('#why .place').click();
  assert.equal(await text(page, '.why-head code'), 'redacted-account');
});

onPage('a copy and a download say what is still open, and look so', { permissions: ['clipboard-write'] }, async ({ page }) => {
  await paste(page, article);
  assert.match(await text(page, '.bar .said'), /4 checks are open/);
  const look = (id) => page.locator(id).evaluate((button) => getComputedStyle(button).backgroundColor);
  const open = await look('#copy');
  await page.locator('#download').click();
  await page.locator('.bar .said', { hasText: 'Downloaded; 4 things are still to check' }).waitFor();
  await page.locator('#copy-file').click();
  await page.locator('.file-head .said', { hasText: 'Copied; 4 things are still to check' }).waitFor();
  await paste(page, fixture('good/already-registerable.json'));
  assert.match(await text(page, '#verdict'), /^Ready to register/);
  assert.equal(await text(page, '.bar .said'), '');
  assert.notEqual(await look('#copy'), open);
});

for (const [width, height, share] of [[390, 844, 0.5], [1440, 900, 0.6]]) {
  onPage(`the lines are in sight below ten kinds of checks, ${width} px`, { viewport: { width, height } }, async ({ page }) => {
    const definition = JSON.parse(secrets);
    definition.taskRoleArn = 'arn:aws:iam::xxxxxxxxxxxx:role/task';
    definition.cpu = '300';
    definition.requiresCompatibilities = ['FARGATE'];
    definition.odd = 1;
    definition.containerDefinitions[0].image = `registry.example.com/${'a'.repeat(200)}:<TAG>`;
    definition.containerDefinitions[1].dependsOn = [{ containerName: 'none', condition: 'START' }];
    await paste(page, JSON.stringify(definition, null, 2));
    const top = await page.locator('#lesson').evaluate((lesson) => lesson.getBoundingClientRect().top);
    assert.ok(top <= height * share, `the lines begin at ${top} of ${height}`);
    const hidden = await page.locator('.checks > li:visible').count();
    await page.locator('#more-checks').click();
    const kinds = await page.locator('.checks > li:visible').count();
    assert.ok(kinds > hidden && kinds >= 6, `${hidden} and ${kinds} kinds`);
  });
}

onPage('no text of a rule on the page names an option of the command line', async ({ page }) => {
  for (const lang of ['en', 'ja']) {
    await page.locator('#lang').selectOption(lang);
    await page.locator('#view-learn').click();
    await page.locator('.course a[href="#group=all"]').evaluate((link) => link.click());
    await page.locator('[id="rule=no-log-configuration"]').waitFor();
    const said = await page.locator('.cards :is(h2, .reason, details p:not(.links))').allTextContents();
    assert.ok(said.length > 200);
    assert.deepEqual(said.filter((one) => /(^|[\s`])--[a-z]|taskdef (convert|check|diff|generate|explain)/.test(one)), []);
  }
});
