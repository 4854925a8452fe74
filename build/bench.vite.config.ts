import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The bench as a program for Node, and the one its threads run, as in the app; packages stay outside. */
export default defineConfig({
  root: at('.'),
  publicDir: false,
  logLevel: 'warn',
  build: {
    ssr: true,
    outDir: at('out/bench'),
    emptyOutDir: true,
    target: 'node22',
    minify: false,
    rolldownOptions: {
      input: { run: at('test/bench/run.ts'), worker: at('electron/ledger/jobs/worker.ts') },
      output: { format: 'es', entryFileNames: '[name].js' },
    },
  },
});
