import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { app, protocol } from 'electron';

export const ORIGIN = 'app://evenhand';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Nothing from anywhere but the app's own files, no inline script, no connection at all. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Must run before the app is ready: says that app:// is a proper, secure origin whose compiled scripts may be kept. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

let tellServed: () => void = () => undefined;
const served = new Promise<void>((resolve) => {
  tellServed = resolve;
});

/**
 * Settles when the window has its first script to chew on, or after `patience` ms should it never ask: the moment at
 * which this process may do heavy work of its own without keeping the window waiting.
 */
export function windowIsBusy(patience = 1000): Promise<void> {
  const timeout = new Promise<void>((resolve) => setTimeout(resolve, patience));
  return Promise.race([served, timeout]);
}

/** Serves the window's files, and nothing outside their folder. */
export function setupProtocol(): void {
  const root = join(app.getAppPath(), 'out', 'renderer');
  protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    const path = normalize(
      join(root, decodeURIComponent(url.pathname === '/' ? '/index.html' : url.pathname)),
    );
    const type = TYPES[extname(path)];
    if (
      url.host !== 'evenhand' ||
      !path.startsWith(root + sep) ||
      type === undefined ||
      request.method !== 'GET'
    ) {
      return new Response('Not found', { status: 404 });
    }
    try {
      const file = await readFile(path);
      // In a turn of its own, after the answer below is on its way.
      if (type.startsWith('text/css')) setImmediate(tellServed);
      return new Response(new Uint8Array(file), {
        headers: {
          'content-type': type,
          'content-security-policy': POLICY,
          'x-content-type-options': 'nosniff',
        },
      });
    } catch {
      return new Response('Not found', { status: 404 });
    }
  });
}
