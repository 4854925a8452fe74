import { cleanup, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, vi } from 'vitest';
import { makeQueries } from '../../renderer/api.ts';
import { App } from '../../renderer/app.tsx';
import { type Answers, fakeBridge } from './bridge.ts';

// happy-dom lays nothing out: without a height no row would be in view.
Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 600 });
Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 1200 });

// Nor is it ever idle.
window.requestIdleCallback = (run) => {
  setTimeout(run, 0, { didTimeout: false, timeRemaining: () => 50 });
  return 0;
};

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  sessionStorage.clear();
  window.location.hash = '';
});

/** The whole window over a fake main process, at a place such as `/clients`. */
export function showApp(answers: Answers = {}, path = '/clients') {
  window.location.hash = `#${path}`;
  const bridge = fakeBridge(answers);
  const user = userEvent.setup();
  render(<App queries={makeQueries()} />);
  return { bridge, user };
}
