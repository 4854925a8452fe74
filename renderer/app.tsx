import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, Suspense, useEffect } from 'react';
import { Redirect, Route, Router, Switch, useLocation } from 'wouter';
import type { LedgerInfo } from '../shared/ledger/ledger.ts';
import { AppStateProvider, useAppState } from './app-state.tsx';
import { FormatProvider } from './format.tsx';
import { FormsProvider, prefetchForms } from './forms/forms.tsx';
import { lazily } from './lazily.tsx';
import { whenIdle } from './painted.ts';
import { Recovered } from './recovered.tsx';
import { useHashPath, useHashSearch } from './routes.ts';
import { FindProvider } from './screens/find/find.tsx';
import { OverviewScreen } from './screens/overview/overview.tsx';
import { Shell } from './screens/shell/shell.tsx';
import { useMenu } from './screens/shell/use-menu.ts';
import { Broken } from './ui/broken.tsx';
import { ToastProvider } from './ui/toast.tsx';
import { prefetchWhy, WhyProvider } from './ui/why.tsx';

const clients = lazily(() => import('./screens/clients/clients.tsx'));
const client = lazily(() => import('./screens/client/client.tsx'));
const desk = lazily(() => import('./screens/desk/desk.tsx'));
const outcomes = lazily(() => import('./screens/outcomes/outcomes.tsx'));
const lessons = lazily(() => import('./screens/lessons/lessons.tsx'));
const rules = lazily(() => import('./screens/rules/rules.tsx'));
const parting = lazily(() => import('./screens/parting/parting.tsx'));
const importing = lazily(() => import('./screens/import/import.tsx'));
const settings = lazily(() => import('./screens/settings/settings.tsx'));
const print = lazily(() => import('./screens/print/print.tsx'));
const keptPrints = lazily(() => import('./screens/print/kept-prints.tsx'));
const safe = lazily(() => import('./screens/safe/safe.tsx'));
const history = lazily(() => import('./screens/history/history.tsx'));
const merge = lazily(() => import('./screens/merge/merge.tsx'));
const letters = lazily(() => import('./screens/letters/letters.tsx'));
const welcome = lazily(() => import('./screens/welcome/welcome.tsx'));
/** Fetched while the window is idle, those first that are most likely next. */
const rooms = [
  clients,
  client,
  desk,
  outcomes,
  lessons,
  rules,
  parting,
  importing,
  settings,
  print,
  keptPrints,
  safe,
  history,
  merge,
  letters,
];

export function App({ queries }: { readonly queries: QueryClient }) {
  return (
    <QueryClientProvider client={queries}>
      <ToastProvider>
        <AppStateProvider>
          <FormatProvider>
            <Router hook={useHashPath} searchHook={useHashSearch}>
              <FormsProvider>
                <WhyProvider>
                  <Screens />
                </WhyProvider>
              </FormsProvider>
            </Router>
          </FormatProvider>
        </AppStateProvider>
      </ToastProvider>
    </QueryClientProvider>
  );
}

function Screens() {
  const { ledger } = useAppState();
  useEffect(() => {
    whenIdle(() => {
      for (const room of rooms) void room.ahead();
      prefetchForms();
      prefetchWhy();
    });
  }, []);

  return (
    <FindProvider enabled={ledger !== null}>
      <Recovered />
      {ledger === null ? <FirstRun /> : <Rooms ledger={ledger} />}
    </FindProvider>
  );
}

function FirstRun() {
  useMenu();
  return (
    <Guard>
      <welcome.Component />
    </Guard>
  );
}

function Rooms({ ledger }: { readonly ledger: LedgerInfo }) {
  useMenu();
  return (
    <Shell ledger={ledger}>
      <Guard>
        <Switch>
          <Route path="/overview" component={OverviewScreen} />
          <Route path="/desk/:id">{({ id }) => <desk.Component complaintId={Number(id)} />}</Route>
          <Route path="/desk">
            <desk.Component complaintId={null} />
          </Route>
          <Route path="/outcomes" component={outcomes.Component} />
          <Route path="/lessons" component={lessons.Component} />
          <Route path="/rules" component={rules.Component} />
          <Route path="/clients/:id/parting">
            {({ id }) => <parting.Component key={id} clientId={Number(id)} />}
          </Route>
          <Route path="/clients/:id">{({ id }) => <client.Component key={id} clientId={Number(id)} />}</Route>
          <Route path="/clients" component={clients.Component} />
          <Route path="/import" component={importing.Component} />
          {/* What to print stands in the query: `/print?kind=statement&client=12`. */}
          <Route path="/print" component={print.Component} />
          <Route path="/prints" component={keptPrints.Component} />
          <Route path="/safe" component={safe.Component} />
          <Route path="/history" component={history.Component} />
          <Route path="/merge" component={merge.Component} />
          <Route path="/letters" component={letters.Component} />
          <Route path="/settings" component={settings.Component} />
          <Route>
            <Redirect to="/overview" replace />
          </Route>
        </Switch>
      </Guard>
    </Shell>
  );
}

/** A screen that is still loading draws nothing; one that breaks says so, and the way out of it stays. */
function Guard({ children }: { readonly children: ReactNode }) {
  const [path] = useLocation();
  return (
    <Broken key={path}>
      <Suspense fallback={null}>{children}</Suspense>
    </Broken>
  );
}
