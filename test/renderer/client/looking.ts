import { cleanup, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';

/** What scrollIntoView was called on; happy-dom has no layout to scroll. */
export const scrolled: Element[] = [];
beforeEach(() => {
  window.location.hash = '#/clients/12';
  sessionStorage.clear();
  scrolled.length = 0;
  Element.prototype.scrollIntoView = function scrollIntoView() {
    scrolled.push(this);
  };
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Looking things up by role computes every name on a large page; by their attributes it is quick. */
export function one<Found extends Element>(found: readonly Found[], what: string): Found {
  const [first] = found;
  if (!first) throw new Error(`no ${what}`);
  return first;
}
export const name = () => waitFor(() => one([...document.querySelectorAll('h1')], 'name'));
export const marks = () => [...document.querySelectorAll<SVGElement>('[data-stop]')];
export const mark = (label: RegExp) =>
  one(
    marks().filter((each) => label.test(each.getAttribute('aria-label') ?? '')),
    String(label),
  );
export const button = (text: string) =>
  one(
    [...document.querySelectorAll('button')].filter(
      (each) => (each.getAttribute('aria-label') ?? each.textContent) === text,
    ),
    text,
  );
export const row = (id: string) => {
  const element = document.getElementById(`row-${id}`);
  if (!element) throw new Error(`no row ${id}`);
  return element;
};
