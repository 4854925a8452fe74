import { useSyncExternalStore } from 'react';

/** Where the window is, all of it in the hash: `#/clients/12?row=invoice-34`. The page itself never changes. */

function whole(): string {
  const hash = window.location.hash.replace(/^#\/?/, '');
  return `/${hash}`;
}
const currentPath = () => whole().split('?')[0] ?? '/';
const currentSearch = () => whole().split('?')[1] ?? '';

function follow(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

/** Goes to a path such as `/clients/12?row=invoice-34`. `replace` leaves no step to come back to. */
export function go(to: string, options: { readonly replace?: boolean } = {}): void {
  const hash = `#${to}`;
  if (hash === window.location.hash) {
    const [screen = '', row] = to.split('?');
    if (row === undefined) return;
    // The same row asked for again: left for a moment, or the screen would see nothing new.
    go(screen, { replace: true });
    setTimeout(() => go(to, { replace: true }));
    return;
  }
  const before = window.location.href;
  if (options.replace) window.history.replaceState(null, '', hash);
  else window.history.pushState(null, '', hash);
  // pushState tells nobody.
  window.dispatchEvent(new HashChangeEvent('hashchange', { oldURL: before, newURL: window.location.href }));
}

/** For wouter's `<Router hook searchHook>`: its own hash hook moves the query out of the hash. */
export function useHashPath(): [string, typeof go] {
  return [useSyncExternalStore(follow, currentPath), go];
}
useHashPath.hrefs = (href: string) => `#${href}`;

export function useHashSearch(): string {
  return useSyncExternalStore(follow, currentSearch);
}

/** The preview of clients' summaries; the version can be switched there. */
export function printSummariesPath(clientIds: readonly number[], version: 'me' | 'client' = 'me'): string {
  return `/print?kind=client-summary&version=${version}&clients=${clientIds.join(',')}`;
}

/** The path of a client's screen, at one of its rows if asked. */
export function clientPath(
  clientId: number,
  row?: { readonly kind: 'invoice' | 'complaint' | 'decision'; readonly id: number },
): string {
  return row ? `/clients/${clientId}?row=${row.kind}-${row.id}` : `/clients/${clientId}`;
}
