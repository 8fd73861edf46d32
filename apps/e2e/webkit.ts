import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { ended, freePort, listening, listenTo } from '../../test/compose/servers.js';
import { missingOracle } from '../../test/oracle.js';
import * as inPage from './in-page.js';

/** What an element is called in the W3C's answers (WebDriver, section 12). */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

const isHere = (program: string): boolean => (process.env['PATH'] ?? '').split(':').some((folder) => folder !== '' && existsSync(join(folder, program)));

/** Can this machine show a page in WebKit? Where it cannot, the run says what is absent. */
export function webkitIsHere(): boolean {
  const absent = ['WebKitWebDriver', 'Xvfb'].filter((program) => !isHere(program));
  if (absent.length > 0) missingOracle(`WebKit (no ${absent.join(', no ')} on this machine)`);
  return absent.length === 0;
}

/** A display nobody looks at; the server itself chooses its number and tells it. */
async function openDisplay(): Promise<{ readonly name: string; readonly server: ChildProcess }> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  const said = listenTo(server);
  let number = '';
  (server.stdio[3] as Readable).on('data', (chunk: Buffer) => (number += chunk.toString()));
  while (!number.includes('\n')) {
    if (server.exitCode !== null) throw new Error(`no display: ${said()}`);
    await pause(20);
  }
  return { name: `:${number.trim()}`, server };
}

type Ask = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<unknown>;

const asking = (address: string): Ask => async (method, path, body) => {
  const response = await fetch(address + path, { method, ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }) });
  const { value } = (await response.json()) as { value: unknown };
  if (!response.ok) throw new Error(`WebKit, ${path}: ${JSON.stringify(value)}`);
  return value;
};

/** One device: a browser with an empty profile, of a telephone's width. */
export class WebKitPage {
  constructor(
    private readonly ask: Ask,
    private readonly site: string,
  ) {}

  async goto(path: string): Promise<void> {
    await this.ask('POST', '/url', { url: new URL(path, this.site).href });
  }

  /** As the telephone does when its reader comes back from another application. */
  async back(): Promise<void> {
    await this.ask('POST', '/back');
  }

  async url(): Promise<URL> {
    return new URL(String(await this.ask('GET', '/url')));
  }

  /** The value of an expression in the page. */
  async evaluate<Value>(expression: string): Promise<Value> {
    return (await this.ask('POST', '/execute/sync', { script: `return ${expression}`, args: [] })) as Value;
  }

  /** What the page's content says now. */
  async words(): Promise<string> {
    return this.evaluate<string>(`document.querySelector('main')?.innerText ?? ''`);
  }

  /** Presses the first link or button with this name, by a real gesture of the pointer. */
  async press(name: string): Promise<void> {
    const place = `//main//*[self::a or self::button][normalize-space(.)="${name}"]`;
    // A page crosses the line in parts: until it stands still, WebKit says that nothing can be pressed there.
    await this.until(async () => this.ask('POST', `/element/${await this.inSight(place, '')}/click`).then(() => true));
  }

  /** Types into the field of this label, in place of what it held. */
  async fill(label: string, text: string): Promise<void> {
    const field = await this.inSight(`//*[@id=//label[normalize-space(.)="${label}"]/@for]`, 'arguments[0].select()');
    await this.ask('POST', `/element/${field}/value`, { text });
  }

  /** Waits until the page stands at this path and React has taken it over. @throws Error after ten seconds, with what the page says */
  async arrived(at: (url: URL) => boolean): Promise<void> {
    await this.until(async () => at(await this.url()) && (await this.evaluate<boolean>(inPage.hydrated)));
  }

  /** Waits until the page's content says so. */
  async reads(words: string | RegExp): Promise<string> {
    await this.until(async () => (typeof words === 'string' ? (await this.words()).includes(words) : words.test(await this.words())));
    return this.words();
  }

  /** The picture of the page, as base64. */
  async picture(): Promise<string> {
    return String(await this.ask('GET', '/screenshot'));
  }

  async close(): Promise<void> {
    await this.ask('DELETE', '');
  }

  /** Brings an element under the thumb, in the middle: at the edge a bar may stand over it. `then` is done to it (`arguments[0]`). */
  private async inSight(xpath: string, then: string): Promise<string> {
    const element = await this.find(xpath);
    await this.ask('POST', '/execute/sync', { script: `arguments[0].scrollIntoView({ block: 'center' }); ${then}`, args: [{ [elementKey]: element }] });
    return element;
  }

  private async find(xpath: string): Promise<string> {
    let found: Record<string, string> | undefined;
    await this.until(async () => {
      [found] = (await this.ask('POST', '/elements', { using: 'xpath', value: xpath })) as Record<string, string>[];
      return found !== undefined;
    });
    return found?.[elementKey] ?? '';
  }

  private async until(condition: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < 400; tries += 1) {
      // Between two pages there is none to ask.
      if (await condition().catch(() => false)) return;
      await pause(25);
    }
    throw new Error(`WebKit waited in vain: ${(await this.url()).pathname}: ${await this.words()}`);
  }
}

/** The bar of the browser is wider than a telephone unless its buttons give way. */
function narrowBrowser(): string {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-webkit-'));
  mkdirSync(join(folder, 'gtk-3.0'));
  writeFileSync(join(folder, 'gtk-3.0/gtk.css'), '* { min-width: 0; padding: 0; margin: 0; }');
  return folder;
}

/** A real WebKit, driven by the W3C's WebDriver. Close it. */
export interface WebKit {
  /** A device that has never been here, 390 px wide; the one before is put away. */
  newPage(site: string): Promise<WebKitPage>;
  close(): Promise<void>;
}

export async function openWebKit(): Promise<WebKit> {
  const display = await openDisplay();
  const port = await freePort();
  const folder = narrowBrowser();
  const env = { ...process.env, DISPLAY: display.name, GDK_BACKEND: 'x11', XDG_CONFIG_HOME: folder, NO_AT_BRIDGE: '1', LIBGL_ALWAYS_SOFTWARE: '1' };
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = listenTo(driver);
  await listening(port, driver, said);
  let last: WebKitPage | undefined;
  const newPage = async (site: string): Promise<WebKitPage> => {
    await last?.close();
    const { sessionId } = (await asking(`http://127.0.0.1:${port}`)('POST', '/session', { capabilities: {} })) as { sessionId: string };
    const ask = asking(`http://127.0.0.1:${port}/session/${sessionId}`);
    await ask('POST', '/window/rect', { width: 390, height: 844 });
    last = new WebKitPage(ask, site);
    return last;
  };
  const close = async (): Promise<void> => {
    await last?.close();
    await ended(driver, 'SIGTERM');
    await ended(display.server, 'SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  };
  return { newPage, close };
}
