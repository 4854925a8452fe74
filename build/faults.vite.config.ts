import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The fault tests and the process that they kill, as programs for Node; packages stay outside. */
export default defineConfig({
  root: at('.'),
  publicDir: false,
  logLevel: 'warn',
  build: {
    ssr: true,
    outDir: at('out/faults'),
    emptyOutDir: true,
    target: 'node22',
    minify: false,
    rolldownOptions: {
      input: { run: at('test/faults/run.ts'), child: at('test/faults/child.ts') },
      output: { format: 'es', entryFileNames: '[name].js' },
    },
  },
});
