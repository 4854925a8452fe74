import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { build, type InlineConfig, type Plugin } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

// Both the newest Electron, which owners get, and the oldest that the launcher may fall back to (33).
const oldestNode = 'node20.18';
const oldestChromium = 'chrome130';

const renderer = {
  root: at('renderer'),
  base: './',
  plugins: [react()],
  build: {
    outDir: at('out/renderer'),
    target: oldestChromium,
    minify: true,
    sourcemap: false,
    // The content security policy forbids inline scripts and data: fonts, so nothing may be inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: at('renderer/index.html') },
  },
} satisfies InlineConfig;

/**
 * The hidden window that prints, built by itself after the window: what two pages share would be cut into files of its
 * own, and each further file is another request before the window's first paint.
 */
const pressPage = (): Plugin => ({
  name: 'press-page',
  apply: 'build',
  async closeBundle(error?: Error) {
    if (error !== undefined) return;
    const input = at('renderer/printed/press.html');
    await build({
      ...renderer,
      configFile: false,
      logLevel: 'warn',
      build: { ...renderer.build, emptyOutDir: false, rolldownOptions: { input } },
    });
  },
});

export default defineConfig({
  main: {
    build: {
      outDir: at('out/main'),
      target: oldestNode,
      minify: true,
      sourcemap: false,
      // Only `dependencies` stay outside, which is better-sqlite3 with its binary: nothing else is packed.
      externalizeDeps: true,
      rolldownOptions: {
        input: { main: at('electron/main.ts'), worker: at('electron/ledger/jobs/worker.ts') },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: at('out/preload'),
      target: oldestNode,
      minify: true,
      sourcemap: false,
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: at('electron/preload.ts') },
        // The sandbox runs one CommonJS file, and .js would be a module here.
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: { ...renderer, plugins: [react(), pressPage()] },
});
