import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openApp, temporaryFolder } from './app.ts';

const TODAY = '2026-11-17';

describe('no network, ever', () => {
  it('opens no connection and looks up no name, even when the window tries', async () => {
    const log = join(temporaryFolder('netlog'), 'net.json');
    const blocked = /Content Security Policy|ERR_|Failed to (load|fetch)|violates/;
    const { page, close } = await openApp({
      sample: true,
      today: TODAY,
      args: [`--log-net-log=${log}`],
      expectedErrors: [blocked],
    });
    await page.getByText('Larkfield Court').first().waitFor();
    const tried = await page.evaluate(async () => {
      const outcome = (work: Promise<unknown>) =>
        work.then(
          () => 'reached',
          () => 'refused',
        );
      const image = new Promise((resolve, reject) => {
        const picture = new Image();
        picture.onload = resolve;
        picture.onerror = reject;
        picture.src = 'https://example.com/pixel.png';
      });
      const socket = new Promise((resolve, reject) => {
        try {
          const web = new WebSocket('wss://example.com/');
          web.onopen = resolve;
          web.onerror = reject;
        } catch (error) {
          reject(error);
        }
      });
      return Promise.all([
        outcome(fetch('https://example.com/')),
        outcome(fetch('http://127.0.0.1:9/')),
        outcome(image),
        outcome(socket),
      ]);
    });
    expect(tried).toEqual(['refused', 'refused', 'refused', 'refused']);
    await close();
    const text = readFileSync(log, 'utf8');
    const types = (JSON.parse(text) as { constants: { logEventTypes: Record<string, number> } }).constants
      .logEventTypes;
    const { events } = JSON.parse(text) as {
      events: { type: number; params?: { url?: string; host?: string; address?: string } }[];
    };
    const named = (name: string) => events.filter((event) => event.type === types[name]);
    expect(types.TCP_CONNECT).toBeTypeOf('number');
    expect(types.HOST_RESOLVER_DNS_TASK).toBeTypeOf('number');
    for (const kind of [
      'TCP_CONNECT',
      'TCP_CONNECT_ATTEMPT',
      'UDP_CONNECT',
      'HOST_RESOLVER_DNS_TASK',
      'HOST_RESOLVER_SYSTEM_TASK',
      'SSL_CONNECT',
      'QUIC_SESSION',
    ]) {
      expect(named(kind), kind).toEqual([]);
    }
  });
});

describe('the window is closed in', () => {
  it('even the main process resolves no name and reaches no address', async () => {
    const { app, close } = await openApp({ sample: true, today: TODAY });
    const reach = (url: string) =>
      app.evaluate(
        ({ net }, target) =>
          net.fetch(target).then(
            () => 'reached',
            () => 'refused',
          ),
        url,
      );
    expect(await reach('https://example.com/')).toBe('refused');
    expect(await reach('http://localhost:9/')).toBe('refused');
    await close();
  });

  it('is sandboxed, isolated, and knows only the bridge', async () => {
    const { app, page, close } = await openApp({ sample: true, today: TODAY });
    const seen = await page.evaluate(() => ({
      node:
        typeof (globalThis as { require?: unknown }).require +
        typeof (globalThis as { process?: unknown }).process,
      bridge: Object.keys((globalThis as unknown as { evenhand: object }).evenhand).sort(),
      frozen: Object.isFrozen((globalThis as unknown as { evenhand: object }).evenhand),
      origin: location.origin,
    }));
    expect(seen).toEqual({
      node: 'undefinedundefined',
      bridge: ['call', 'on'],
      frozen: true,
      origin: 'app://evenhand',
    });
    const preferences = await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>;
      };
      const { sandbox, contextIsolation, nodeIntegration, webviewTag } = contents.getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webviewTag: Boolean(webviewTag) };
    });
    expect(preferences).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
    });
    await close();
  });

  it('runs no inline script, opens no window, goes nowhere, gets no permission', async () => {
    const { app, page, close } = await openApp({
      sample: true,
      today: TODAY,
      expectedErrors: [/Content Security Policy|Executing inline|violates/],
    });
    const result = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.ranInline = true';
      document.body.append(script);
      const button = document.createElement('button');
      button.setAttribute('onclick', 'window.ranInline = true');
      document.body.append(button);
      button.click();
      button.remove();
      // In a turn of its own: what the test itself evaluates is exempt from the policy.
      await new Promise((resolve) => setTimeout(resolve));
      let evaluated = false;
      try {
        evaluated = Boolean(new Function('return true')());
      } catch {
        evaluated = false;
      }
      const opened =
        window.open('https://example.com') === null && window.open('app://evenhand/index.html') === null;
      const asked = await navigator.permissions.query({ name: 'geolocation' });
      location.href = 'https://example.com/';
      await new Promise((resolve) => setTimeout(resolve, 300));
      return {
        inline: 'ranInline' in window,
        evaluated,
        opened,
        permission: asked.state,
        at: location.origin,
      };
    });
    expect(result).toEqual({
      inline: false,
      evaluated: false,
      opened: true,
      permission: 'denied',
      at: 'app://evenhand',
    });
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    await close();
  });

  it('serves its own files only', async () => {
    const { app, close } = await openApp({ sample: true, today: TODAY });
    const statuses = await app.evaluate(async ({ session }) => {
      const get = (url: string) =>
        session.defaultSession.fetch(url).then(
          (response) => response.status,
          () => 0,
        );
      return Promise.all(
        [
          'app://evenhand/index.html',
          'app://evenhand/../package.json',
          'app://evenhand/%2e%2e/%2e%2e/package.json',
          'app://evenhand/..%2f..%2fpackage.json',
          'app://other/index.html',
        ].map(get),
      );
    });
    expect(statuses[0]).toBe(200);
    expect(statuses.slice(1).every((status) => status !== 200)).toBe(true);
    await close();
  });

  it('answers bad commands and bad input with a clear error, never a crash', async () => {
    const { page, close } = await openApp({ sample: true, today: TODAY });
    const ask = (command: unknown, input: unknown) =>
      page.evaluate(
        ([name, given]) =>
          (
            globalThis as unknown as {
              evenhand: {
                call(
                  n: unknown,
                  i: unknown,
                ): Promise<{ ok: boolean; error?: { code: string; message: string; field?: string } }>;
              };
            }
          ).evenhand.call(name, given),
        [command, input] as const,
      );
    for (const [command, input] of [
      ['nonsense', {}],
      ['__proto__', {}],
      ['constructor', {}],
      [42, {}],
      ['clients.page', null],
      ['clients.page', { clientId: 'one' }],
      ['clients.page', { clientId: -1 }],
      ['clients.list', { filter: "'; DROP TABLE client; --" }],
    ] as const) {
      expect(await ask(command, input), String(command)).toMatchObject({
        ok: false,
        error: { code: 'invalid' },
      });
    }
    expect(await ask('clients.page', { clientId: 999_999 })).toMatchObject({
      ok: false,
      error: { code: 'notFound' },
    });
    expect(await ask('clients.add', { name: '' })).toMatchObject({
      ok: false,
      error: { code: 'invalid', field: 'name' },
    });
    expect(await ask('ledger.discardSample', { path: '/etc/passwd' })).toMatchObject({ ok: true });
    await close();
  });
});
