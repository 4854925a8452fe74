import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The bench as one program for Node; packages stay outside. */
export default defineConfig({
  root: at('.'),
  publicDir: false,
  logLevel: 'warn',
  build: {
    ssr: at('test/bench/run.ts'),
    outDir: at('out/bench'),
    emptyOutDir: true,
    target: 'node22',
    minify: false,
  },
});
