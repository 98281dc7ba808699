// The main walks in Firefox and WebKit: the same bytes as the command line, edits, the cures of
// checks, what comes back, the views, and a phone's width.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { dist, serve } from './page.mjs';
import { converted, fixture, fixtures } from './fixtures.mjs';
import { open } from './others.mjs';

const article = fixture('good/article.json');
const container = 'xxxx-dev-xxxx-batch-container';

for (const name of ['firefox', 'webkit']) {
  describe(name, () => {
    let browser;
    let server;

    before(async () => {
      server = await serve(dist);
      browser = await open(name);
      await browser.load(server.address);
      await browser.run(() => {
        const lang = document.querySelector('#lang');
        lang.value = 'en';
        lang.dispatchEvent(new Event('change', { bubbles: true }));
      });
    });

    after(async () => {
      await browser?.close();
      server?.stop();
    });

    /** What AWS gets, as the page shows it. */
    const result = async () => {
      await browser.press('#panel-take-away');
      await browser.press('#file-0');
      return browser.text('#file-text').then((text) => `${text}\n`);
    };

    const begin = async (text) => {
      await browser.press('#view-convert');
      await browser.write('#paste', '');
      await browser.write('#paste', text);
    };

    test('every fixture gives the bytes of the command line', async () => {
      let seen = 0;
      for (const { name: file, bytes } of fixtures()) {
        const text = bytes.toString();
        // Only what a box can hold: another encoding comes as a file.
        if (file.startsWith('broken/') || file.startsWith('refused/') || Buffer.from(text).compare(bytes) || /[\r\0\ufeff]/.test(text)) continue;
        await begin(text);
        await browser.until(() => document.querySelector('#file-text, #error') !== null);
        assert.equal(await result(), converted(text).result, file);
        seen += 1;
      }
      assert.ok(seen > 60, `${seen} fixtures`);
    });

    test('edits give what the command line gives', async () => {
      await begin(article);
      await browser.press('#panel-edit');
      await browser.press('#cpu input[value="512"]');
      await browser.write('#image-0', 'registry.example.com/batch:7');
      const edits = ['--cpu', '512', '--memory', '1024', '--image', `${container}=registry.example.com/batch:7`];
      assert.equal(await result(), converted(article, 'en', edits).result);
    });

    test('a kind of checks is cured by one press, and it all comes back', async () => {
      const environment = ['DB_PASSWORD', 'API_KEY'].map((one) => ({ name: one, value: 'tr0ub4dor&3' }));
      await begin(JSON.stringify({ family: 'a', containerDefinitions: [{ name: 'app', image: 'app:1', memory: 64, environment }] }));
      await browser.press('[data-rule="plaintext-secret"] .cure');
      const [app] = JSON.parse(await result()).containerDefinitions;
      assert.deepEqual(app.secrets.map((one) => one.name), ['DB_PASSWORD', 'API_KEY']);
      await browser.press('#clear');
      assert.equal(await browser.count('#lesson'), 0);
      await browser.press('#bring-back');
      assert.match(await result(), /"secrets"/);
    });

    test('views are entries of the history, and a rule keeps the paste', async () => {
      await begin(article);
      await browser.press('.place');
      await browser.press('#why a[href^="#rule="]');
      await browser.until(() => document.querySelector('.learn') !== null);
      await browser.run(() => history.back());
      await browser.until(() => document.querySelector('#lesson') !== null);
      assert.equal(await browser.run(() => document.querySelector('#paste').value), article);
      await browser.press('#view-compare');
      await browser.press('#compare-own');
      await browser.until(() => document.querySelector('#compared') !== null);
    });

    test('a wrong input has its next step', async () => {
      await begin('arn:aws:ecs:eu-west-1:111122223333:task-definition/batch:5');
      await browser.until(() => document.querySelector('#command') !== null);
      assert.match(await browser.text('#command'), /--task-definition batch:5 --region eu-west-1$/);
    });

    test('a narrow window has all of it and does not scroll sideways', async () => {
      await browser.size(390, 844);
      await begin(article);
      const seen = await browser.run(() => ({
        narrow: innerWidth < 640,
        // A scroll bar may stand beside it.
        over: Math.max(0, document.documentElement.scrollWidth - innerWidth),
        dock: getComputedStyle(document.querySelector('.dock')).display,
      }));
      await browser.size(1440, 900);
      assert.deepEqual(seen, { narrow: true, over: 0, dock: 'grid' });
    });
  });
}
