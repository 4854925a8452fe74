import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/{shared,electron,build}/**/*.test.{ts,mjs}'],
        },
      },
      {
        root,
        plugins: [react()],
        test: {
          name: 'component',
          environment: 'happy-dom',
          include: ['test/renderer/**/*.test.{ts,tsx}'],
        },
      },
      {
        root,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.e2e.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // As long as Playwright's own waiting; a second is short for a busy machine.
          expect: { poll: { timeout: 10_000 } },
          // One window at a time: they share a screen, and two cores.
          fileParallelism: false,
          maxWorkers: 1,
        },
      },
    ],
  },
});
