// Edits without JSON: they show in the result as the command line would make them.

import assert from 'node:assert/strict';
import { fill, onPage, paste, result, text } from './page.mjs';
import { converted, fixture } from './fixtures.mjs';

const article = fixture('good/article.json');
const container = 'xxxx-dev-xxxx-batch-container';

onPage("the article's worked example", async ({ page }) => {
  await paste(page, article);
  await fill(page, '#cpu', '512');
  await fill(page, '#memory', '2048');
  await fill(page, '#image-0', 'registry.example.com/batch:7');
  await page.locator('#env-name').fill('XXX_XXX_TEST_TEST');
  await page.locator('#env-value').fill('one');
  await page.locator('#env-add').click();
  const edits = [
    ['--cpu', '512'],
    ['--memory', '2048'],
    ['--image', `${container}=registry.example.com/batch:7`],
    ['--env', `${container}:XXX_XXX_TEST_TEST=one`],
  ];
  assert.equal(await result(page), converted(article, 'en', edits.flat()).result);
  assert.match(await text(page, '.verdict'), /Ready to register/);
  const changed = page.locator('#report details[data-mark="edit"]');
  for (const summary of await changed.locator('summary').all()) await summary.click();
  const report = (await changed.allInnerTexts()).join('\n');
  for (const part of ['256', '512', '2048', 'registry.example.com/batch:7']) {
    assert.ok(report.includes(part), `${part} in ${report}`);
  }
  // The value of a variable is a secret for all that is known.
  assert.ok(!report.includes('"one"'), report);

  await page.locator('.variables button').click();
  await fill(page, '#image-0', '');
  assert.match(await result(page), /<IMAGE1_NAME>/);
  assert.doesNotMatch(await result(page), /XXX_XXX_TEST_TEST/);
});

onPage('the fields show what was pasted', async ({ page }) => {
  await paste(page, article);
  assert.equal(await page.locator('#cpu').getAttribute('placeholder'), '256');
  assert.equal(await page.locator('#image-0').getAttribute('placeholder'), '<IMAGE1_NAME>');
});

onPage('each container has its image, and variables say whose they are', async ({ page }) => {
  const two = JSON.stringify({
    family: 'two',
    containerDefinitions: [
      { name: 'app', image: 'app:1' },
      { name: 'log', image: 'log:1' },
    ],
  });
  await paste(page, two);
  await fill(page, '#image-1', 'log:2');
  await page.locator('#env-container').selectOption('log');
  await page.locator('#env-name').fill('LEVEL');
  await page.locator('#env-value').fill('debug');
  await page.locator('#env-value').press('Enter');
  const [app, log] = JSON.parse(await result(page)).containerDefinitions;
  assert.deepEqual(app, { name: 'app', image: 'app:1' });
  assert.equal(log.image, 'log:2');
  assert.deepEqual(log.environment, [{ name: 'LEVEL', value: 'debug' }]);
});

onPage('an edit that can not be made says why', async ({ page }) => {
  await paste(page, article);
  await fill(page, '#image-0', 'two words');
  assert.match(await text(page, '#error'), /white space/);
  // What must be mended can be reached.
  await fill(page, '#image-0', 'one:1');
  assert.equal(await page.locator('#error').count(), 0);
  assert.match(await result(page), /"image": "one:1"/);
});

onPage('edits stay while the text is mended, and go with it', async ({ page }) => {
  await paste(page, article);
  await fill(page, '#cpu', '512');
  await paste(page, article.slice(0, -10));
  await paste(page, article);
  assert.match(await result(page), /"cpu": "512"/);
  await page.locator('#clear').click();
  await paste(page, article);
  assert.match(await result(page), /"cpu": "256"/);
});

onPage('the two commands name the family', async ({ page }) => {
  await paste(page, article);
  const commands = await page.locator('#commands').textContent();
  assert.match(commands, /aws ecs register-task-definition --cli-input-json file:\/\/taskdef-update\.json/);
  assert.match(commands, /--task-definition xxxx-dev-xxxx-batch-task/);
});
