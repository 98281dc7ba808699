// Edits without JSON: they show in the lines and in the result as the command line would make them.

import assert from 'node:assert/strict';
import { fill, form, onPage, paste, pasteByKeys, result, settled, text } from './page.mjs';
import { converted, fixture } from './fixtures.mjs';

const article = fixture('good/article.json');
const container = 'xxxx-dev-xxxx-batch-container';

/** Presses one of the sizes. */
const cpu = (page, size) => page.locator('#cpu label', { hasText: new RegExp(`^${size}$`) }).click();

async function add(page, name, value, kind = 'environment') {
  await page.locator('.variables form select').last().selectOption(kind);
  await page.locator('#env-name').fill(name);
  await page.locator('#env-value').fill(value);
  await page.locator('#env-add').click();
}

onPage('every edit is that of the command line', async ({ page }) => {
  // The form has no field for a region, which would stay to be checked.
  const located = article.replaceAll('xx-xxxxxx-1', 'ap-northeast-1');
  await paste(page, located);
  await form(page);
  await cpu(page, '0.5');
  await page.locator('#memory').selectOption('2048');
  await fill(page, '#image-0', 'registry.example.com/batch:7');
  assert.equal(await text(page, '#image-0-hint'), 'It was <IMAGE1_NAME>');
  await add(page, 'XXX_XXX_TEST_TEST', 'one');
  await add(page, 'TOKEN', '/batch/token', 'secrets');
  await page.locator('.more summary').click();
  await fill(page, '#task-role', 'batch-role');
  await fill(page, '#execution-role', 'arn:aws:iam::123456789012:role/execution');
  await fill(page, '#log-group-0', '/ecs/batch');
  const edits = [
    ['--cpu', '512'],
    ['--memory', '2048'],
    ['--image', `${container}=registry.example.com/batch:7`],
    ['--env', `${container}:XXX_XXX_TEST_TEST=one`],
    ['--secret', `${container}:TOKEN=/batch/token`],
    ['--task-role', 'batch-role'],
    ['--execution-role', 'arn:aws:iam::123456789012:role/execution'],
    ['--log-option', `${container}:awslogs-group=/ecs/batch`],
  ];
  assert.equal(await result(page), converted(located, 'en', edits.flat()).result);
  assert.match(await text(page, '.verdict h1'), /Ready to register/);
  assert.match(await text(page, '.chips'), /Edited \d/);
  const lesson = await text(page, '#lesson');
  for (const part of ['"512"', '"2048"', 'registry.example.com/batch:7', '/batch/token']) {
    assert.ok(lesson.includes(part), `${part} in ${lesson}`);
  }
});

onPage('the same edits stand there as a command, without the value of a variable', async ({ page }) => {
  await paste(page, article);
  await form(page);
  await cpu(page, '0.5');
  await add(page, 'MODE', 'daily report');
  const command = await text(page, '#same');
  assert.match(command, /^taskdef convert taskdef\.json \\\n {2}--cpu 512 \\\n/);
  assert.match(command, /--env \S*MODE \\\n/);
  assert.doesNotMatch(command, /daily/);
  await page.locator('#show-values').click();
  assert.match(await text(page, '#same'), /daily report/);
});

onPage('only sizes that Fargate has, and the memory goes along', async ({ page }) => {
  await paste(page, article);
  await form(page);
  assert.equal(await page.locator('#cpu input:checked').inputValue(), '256');
  await cpu(page, '4');
  assert.equal(await page.locator('#memory').inputValue(), '8192');
  assert.match(await text(page, '#followed'), /Memory set to 8 GB/);
  const offered = await page.locator('#memory option').evaluateAll((all) => all.map((one) => Number(one.value)));
  assert.deepEqual([offered.at(0), offered.at(-1), offered.length], [8192, 30720, 23]);
  await page.locator('#followed button').click();
  assert.match(await result(page), /"cpu": "256"/);
  assert.equal(await page.locator('#memory').inputValue(), '512');
  assert.equal(await text(page, '#followed'), '');
});

onPage('a pasted size that Fargate lacks stays, and is marked', async ({ page }) => {
  const odd = article.replace('"cpu": "256"', '"cpu": "512"').replace('"memory": "512"', '"memory": "700"');
  await paste(page, odd);
  await form(page);
  assert.equal(await page.locator('#memory').inputValue(), '700');
  assert.match(await result(page), /"memory": "700"/);
  assert.match(await text(page, '.checks'), /700/);
});

onPage('variables are changed, moved and removed', async ({ page }) => {
  const text_ = JSON.stringify({
    family: 'nightly',
    executionRoleArn: 'execution',
    containerDefinitions: [
      { name: 'app', image: 'app:1', memory: 128, environment: [{ name: 'MODE', value: 'daily' }, { name: 'DB_PASSWORD', value: 'tr0ub4dor&3' }] },
    ],
  });
  await paste(page, text_);
  await form(page);
  await fill(page, '#variable-0-0', 'weekly');
  assert.match(await result(page), /"value": "weekly"/);
  // The plain text can be seen by nobody who looks over the shoulder, and moves by one press.
  assert.equal(await page.locator('#variable-0-1').evaluate((field) => getComputedStyle(field).webkitTextSecurity), 'disc');
  assert.equal(await page.locator('[type="password"]').count(), 0);
  await page.locator('.move').click();
  const [app] = JSON.parse(await result(page)).containerDefinitions;
  assert.deepEqual(app.secrets, [{ name: 'DB_PASSWORD', valueFrom: '/nightly/DB_PASSWORD' }]);
  assert.deepEqual(app.environment, [{ name: 'MODE', value: 'weekly' }]);
  await page.locator('[aria-label="Remove MODE"]').click();
  assert.equal(JSON.parse(await result(page)).containerDefinitions[0].environment, undefined);
});

onPage('undo and redo, by the buttons and by the usual keys', async ({ page }) => {
  await paste(page, article);
  await form(page);
  assert.ok(await page.locator('#undo').isDisabled());
  await cpu(page, '0.5');
  await fill(page, '#image-0', 'app:1');
  await fill(page, '#image-0', 'app:12');
  await page.locator('#undo').click();
  assert.match(await result(page), /<IMAGE1_NAME>/);
  await page.locator('#show-all').focus();
  await page.keyboard.press('Control+z');
  assert.match(await result(page), /"cpu": "256"/);
  await page.keyboard.press('Control+Shift+z');
  assert.match(await result(page), /"cpu": "512"/);
  await page.keyboard.press('Control+y');
  assert.match(await result(page), /"image": "app:12"/);
  await page.locator('#redo:disabled').waitFor();
});

onPage('within a field the keys take back what was typed there', async ({ page }) => {
  await paste(page, article);
  await form(page);
  await cpu(page, '0.5');
  await page.locator('#image-0').focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('x');
  await settled(page);
  await page.keyboard.press('Control+z');
  await settled(page);
  assert.match(await result(page), /"image": "<IMAGE1_NAME>"/);
  assert.match(await result(page), /"cpu": "512"/);
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
  await form(page);
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
  await form(page);
  await fill(page, '#image-0', 'two words');
  assert.match(await text(page, '#error'), /white space/);
  // What must be mended can be reached.
  await fill(page, '#image-0', 'one:1');
  assert.equal(await page.locator('#error').count(), 0);
  assert.match(await result(page), /"image": "one:1"/);
});

onPage('edits stay while the text is mended, and go with it', async ({ page }) => {
  await paste(page, article);
  await form(page);
  await cpu(page, '0.5');
  await paste(page, article.slice(0, -10));
  await paste(page, article);
  assert.match(await result(page), /"cpu": "512"/);
  await page.locator('#clear').click();
  await paste(page, article);
  assert.match(await result(page), /"cpu": "256"/);
});

onPage('a finding leads to the field of its place, and unfolds it', async ({ page }) => {
  await paste(page, article.replace(/"taskRoleArn": "[^"]*"/, '"taskRoleArn": "<TASK_ROLE>"'));
  await page.locator('.place', { hasText: 'taskRoleArn' }).click();
  assert.equal(await page.locator('#to-field').textContent(), 'Edit there');
  await page.locator('#to-field').click();
  await page.locator('#task-role:focus').waitFor();
  await page.locator('.place', { hasText: 'image' }).click();
  assert.equal(await page.locator('#to-field').textContent(), 'Enter the image');
});

onPage('among hundreds of containers the form shows a few, and goes to the one that is asked for', { permissions: ['clipboard-read', 'clipboard-write'] }, async ({ page }) => {
  const environment = [{ name: 'MODE', value: 'daily' }];
  const container = (_, at) => ({ name: `app-${at}`, image: at === 407 ? '<IMAGE1_NAME>' : 'app:1', memory: 64, environment });
  const containerDefinitions = Array.from({ length: 500 }, container);
  await pasteByKeys(page, JSON.stringify({ family: 'many', containerDefinitions }));
  await page.locator('#lesson').waitFor();
  await form(page);
  await page.locator('#image-0').waitFor();
  assert.equal(await page.locator('.edit [id^="image-"]').count(), 25);
  assert.ok(await page.locator('.edit *').count() < 2500);
  assert.equal(await page.locator('.edit .groups button').count(), 20);
  await page.locator('.edit .groups button', { hasText: /^26 to 50$/ }).click();
  await fill(page, '#image-30', 'app:2');
  assert.match(await result(page), /"app-30",\s*"image": "app:2"/);
  await fill(page, '#variable-30-0', 'nightly');
  assert.match(await result(page), /"nightly"/);
  await page.locator('[data-rule="placeholder"] .cure').click();
  await page.locator('#image-407:focus').waitFor();
});
