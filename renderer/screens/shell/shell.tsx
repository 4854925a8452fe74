import { type ReactNode, useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { LedgerInfo } from '../../../shared/ledger/ledger.ts';
import { useAppState, useSettle, useSwitchLedger } from '../../app-state.tsx';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Keys } from '../../ui/keys.tsx';
import { useFind } from '../find/find.tsx';
import './shell.css';
import { StatusLine } from './status-line.tsx';
import { StepKeys } from './step-keys.tsx';
import { StopwatchBar } from './stopwatch-bar.tsx';
import { UnderWay } from './under-way.tsx';

const places = [
  { path: '/overview', label: 'Overview' },
  { path: '/clients', label: 'Clients' },
  { path: '/desk', label: 'Desk' },
  { path: '/outcomes', label: 'Outcomes' },
  { path: '/lessons', label: 'Lessons' },
  { path: '/rules', label: 'House rules' },
  { path: '/import', label: 'Import' },
] as const;

/** What stays around every screen of an open ledger. */
export function Shell({ ledger, children }: { readonly ledger: LedgerInfo; readonly children: ReactNode }) {
  const [path] = useLocation();
  useEffect(() => {
    document.title = `${ledger.business} · Evenhand`;
  }, [ledger.business]);
  return (
    <div className="shell">
      <header className="shell-top">
        <button type="button" className="shell-skip" onClick={() => document.getElementById('main')?.focus()}>
          Skip to the content
        </button>
        <Link href="/overview" className="shell-brand">
          <Icon name="scales" />
          Evenhand
        </Link>
        <nav className="shell-nav" aria-label="Main">
          {places.map((place) => {
            const here = path.startsWith(place.path);
            return (
              <Link
                key={place.path}
                href={place.path}
                className={here ? 'shell-here' : ''}
                aria-current={path === place.path ? 'page' : here ? 'true' : undefined}
              >
                {place.label}
                {place.path === '/desk' && ledger.waiting > 0 && (
                  <span className="shell-waiting">
                    {ledger.waiting}
                    <span className="visually-hidden"> waiting</span>
                  </span>
                )}
              </Link>
            );
          })}
        </nav>
        <StopwatchBar />
        <FindBox />
        <LedgerName ledger={ledger} />
        <Link
          href="/settings"
          className={`shell-settings${path === '/settings' ? ' shell-here' : ''}`}
          aria-label="Settings"
          title="Settings"
          aria-current={path === '/settings' ? 'page' : undefined}
        >
          <Icon name="settings" />
        </Link>
        <ThemeSwitch />
      </header>
      <main className="shell-main" id="main" tabIndex={-1}>
        {children}
      </main>
      <UnderWay />
      <StepKeys />
      {/* The overview and the desk end in a foot of their own. */}
      {path !== '/overview' && !path.startsWith('/desk') && <StatusLine ledger={ledger} />}
    </div>
  );
}

function FindBox() {
  const { platform } = useAppState();
  const find = useFind();
  const keys = platform === 'mac' ? '⌘ K' : 'Ctrl K';
  return (
    <button
      type="button"
      className="shell-find"
      onClick={find.open}
      aria-haspopup="dialog"
      aria-keyshortcuts={platform === 'mac' ? 'Meta+K' : 'Control+K'}
    >
      <Icon name="search" />
      <span>Find a client or invoice</span>
      <Keys keys={keys} />
    </button>
  );
}

function LedgerName({ ledger }: { readonly ledger: LedgerInfo }) {
  const [asking, setAsking] = useState(false);
  const discard = useSwitchLedger('ledger.discardSample');
  return (
    <div className="shell-ledger">
      <span className="shell-business" title={ledger.business}>
        {ledger.business}
      </span>
      {ledger.isSample && (
        <button
          type="button"
          className="shell-sample"
          aria-label="Throw the sample away"
          title="An invented business to try things out on. Throw it away"
          onClick={() => setAsking(true)}
        >
          sample
          <Icon name="close" size={12} />
        </button>
      )}
      {asking && (
        <Confirm
          title="Throw the sample away?"
          action="Throw it away"
          onClose={() => setAsking(false)}
          onConfirm={() => discard.mutateAsync({})}
        >
          The invented clients go, with everything you tried out on them. Then you choose how to start your
          own ledger.
        </Confirm>
      )}
    </div>
  );
}

function ThemeSwitch() {
  const { theme } = useAppState();
  const settle = useSettle('app.setTheme');
  const turn = () => {
    const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)').matches;
    const dark = theme === 'dark' || (theme === 'system' && systemIsDark);
    settle.mutate({ theme: dark ? 'light' : 'dark' });
  };
  return (
    <Button variant="quiet" icon="theme" aria-label="Light or dark" title="Light or dark" onClick={turn} />
  );
}
