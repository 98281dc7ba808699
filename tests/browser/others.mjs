// Firefox and WebKit, driven by what each of them has for that: WebDriver BiDi, and WebDriver with
// MiniBrowser on a screen of Xvfb. Both are Debian's; tests/browser/run installs them.
//
//     const browser = await open('firefox');
//     await browser.goto(address);
//
// A browser that is missing or does not start is a failure.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import WebSocket from 'ws';

/** Starts a browser with a profile of its own. */
export const open = (name) => (name === 'firefox' ? firefox() : webkit());

/** A JavaScript function with its arguments, as an expression. */
const call = (act, args) => `(${act})(${args.map((arg) => JSON.stringify(arg)).join(', ')})`;

/** What both can do, on top of `evaluate(expression)`. */
class Browser {
  /** Runs a function in the page; its value must be JSON. */
  async run(act, ...args) {
    const value = await this.evaluate(`Promise.resolve(${call(act, args)}).then((value) => JSON.stringify(value ?? null))`);
    return JSON.parse(value);
  }

  /** Waits until a function gives something that is true. */
  async until(act, ...args) {
    for (let trial = 0; trial < 150; trial += 1) {
      if (await this.run(act, ...args)) return;
      await new Promise((over) => setTimeout(over, 100));
    }
    assert.fail(`${this.name} waited in vain for ${call(act, args)}`);
  }

  /** Opens an address, and waits for the page to be there. */
  async load(address) {
    await this.goto(address);
    await this.until(() => document.querySelector('.page:not(.shell)') !== null);
  }

  /** Waits until an element is there, and presses it. */
  async press(selector) {
    await this.until((sought) => document.querySelector(sought) !== null, selector);
    await this.run((sought) => document.querySelector(sought).click(), selector);
    await this.settled();
  }

  /** Writes a text over all that a field holds, by the browser's own editing, and leaves the field. */
  async write(selector, text) {
    await this.run((sought, written) => {
      const field = document.querySelector(sought);
      field.focus();
      field.select();
      document.execCommand(written ? 'insertText' : 'delete', false, written);
      field.blur();
    }, selector, text);
    await this.settled();
  }

  /** Waits until what was typed has its result. */
  async settled() {
    await this.run(async () => {
      const wait = (milliseconds) => new Promise((over) => setTimeout(over, milliseconds));
      const frame = () => Promise.race([new Promise((begun) => requestAnimationFrame(begun)), wait(200)]).then(() => wait(0));
      await frame();
      await wait(60);
      await frame();
      await frame();
    });
  }

  text(selector) {
    return this.run((sought) => document.querySelector(sought)?.textContent.trim() ?? '', selector);
  }

  count(selector) {
    return this.run((sought) => document.querySelectorAll(sought).length, selector);
  }
}

async function firefox() {
  const profile = await mkdtemp(join(tmpdir(), 'taskdef-firefox-'));
  const program = process.env.FIREFOX ?? 'firefox-esr';
  const child = spawn(program, ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0', 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: profile },
  });
  child.on('error', (error) => console.error(`Firefox did not start: ${error.message}`));
  let address;
  for await (const line of createInterface({ input: child.stderr })) {
    address = line.match(/WebDriver BiDi listening on (ws:\S+)/)?.[1];
    if (address) break;
  }
  assert.ok(address, 'Firefox gave no address');
  child.stderr.resume();
  const socket = new WebSocket(`${address}/session`);
  await once(socket, 'open');
  const answers = new Map();
  socket.on('message', (data) => {
    const { id, ...answer } = JSON.parse(data);
    answers.get(id)?.(answer);
  });
  const send = async (method, params) => {
    const id = answers.size + 1;
    const answered = new Promise((take) => answers.set(id, take));
    socket.send(JSON.stringify({ id, method, params }));
    const { type, result, message } = await answered;
    assert.equal(type, 'success', `${method}: ${message}`);
    return result;
  };
  await send('session.new', { capabilities: {} });
  const { contexts: [{ context }] } = await send('browsingContext.getTree', {});
  return Object.assign(new Browser(), {
    name: 'firefox',
    goto: (url) => send('browsingContext.navigate', { context, url, wait: 'complete' }),
    size: (width, height) => send('browsingContext.setViewport', { context, viewport: { width, height } }),
    async evaluate(expression) {
      const { type, result, exceptionDetails } = await send('script.evaluate', { expression, target: { context }, awaitPromise: true });
      assert.equal(type, 'success', exceptionDetails?.text);
      return result.value;
    },
    async picture(path) {
      const { data } = await send('browsingContext.captureScreenshot', { context });
      await writeFile(path, Buffer.from(data, 'base64'));
    },
    async close() {
      socket.close();
      child.kill();
      await once(child, 'exit');
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  });
}

/** A port that nobody uses. */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

async function webkit() {
  const binary = ['4.1', '6.0', '4.0']
    .map((version) => `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu/webkit2gtk-${version}/MiniBrowser`)
    .find((path) => existsSync(path));
  assert.ok(binary, 'there is no MiniBrowser of WebKit');
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  screen.on('error', (error) => console.error(`Xvfb did not start: ${error.message}`));
  const [number] = await once(screen.stdio[3], 'data');
  const port = await freePort();
  const home = await mkdtemp(join(tmpdir(), 'taskdef-webkit-'));
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      HOME: home,
      DISPLAY: `:${String(number).trim()}`,
      // Root has no sandbox, and a machine without a graphics card no compositor.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    },
  });
  driver.on('error', (error) => console.error(`WebKitWebDriver did not start: ${error.message}`));
  const send = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    assert.ok(answer.ok, `${path}: ${value?.message}`);
    return value;
  };
  const options = { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } };
  let session;
  for (let trial = 0; !session && trial < 50; trial += 1) {
    await new Promise((over) => setTimeout(over, 100));
    session = await send('POST', '/session', { capabilities: { alwaysMatch: options } }).catch((error) => {
      if (trial === 49) throw error;
    });
  }
  const base = `/session/${session.sessionId}`;
  return Object.assign(new Browser(), {
    name: 'webkit',
    goto: (url) => send('POST', `${base}/url`, { url }),
    size: (width, height) => send('POST', `${base}/window/rect`, { width, height }),
    evaluate: (expression) =>
      send('POST', `${base}/execute/async`, { script: `const done = arguments[0]; ${expression}.then(done);`, args: [] }),
    async picture(path) {
      const data = await send('GET', `${base}/screenshot`);
      await writeFile(path, Buffer.from(data, 'base64'));
    },
    async close() {
      await send('DELETE', base).catch(() => {});
      for (const child of [driver, screen]) {
        child.kill();
        await once(child, 'exit');
      }
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  });
}
