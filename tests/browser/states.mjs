// The states that the page can be in, and how a person comes there.

import { fill, paste } from './page.mjs';
import { fixture } from './fixtures.mjs';

const article = fixture('good/article.json');
const clean = fixture('good/already-registerable.json');
const several = JSON.stringify(
  {
    family: 'nightly-report',
    cpu: 256,
    containerDefinitions: [
      { name: 'app', image: '<IMAGE1_NAME>', enviroment: [{ name: 'MODE', value: 'daily' }] },
      { name: 'log', image: 'log:1', cpu: '0', newField: { a: 1 }, environment: [{ name: 'A' }] },
    ],
    revision: 3,
    ipcMode: null,
  },
  null,
  2,
);

/** Each state by its name. */
export const states = {
  empty: async () => {},
  clean: (page) => paste(page, clean),
  result: async (page) => {
    await paste(page, article);
    for (const summary of await page.locator('#report summary').all()) await summary.click();
  },
  edited: async (page) => {
    await paste(page, article);
    await fill(page, '#cpu', '512');
    await fill(page, '#memory', '2048');
    await fill(page, '#image-0', 'registry.example.com/batch:7');
    await page.locator('#env-name').fill('XXX_XXX_TEST_TEST');
    await page.locator('#env-value').fill('one');
    await page.locator('#env-add').click();
    await page.locator('#copy').click();
    await page.locator('.said:not(:empty)').first().waitFor();
  },
  findings: (page) => paste(page, several),
  mended: (page) => paste(page, fixture('good/mended-everything-at-once.txt')),
  error: (page) => paste(page, '{\n  "family": "nightly-report",\n  "cpu": "256" "memory" "512"\n}'),
  stale: async (page) => {
    await paste(page, article);
    await paste(page, article.replace('"cpu": "256"', '"cpu": "256'));
  },
  refused: (page) => paste(page, fixture('refused/cloudformation-template.json')),
};
