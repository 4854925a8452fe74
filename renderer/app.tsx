import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { Redirect, Route, Router, Switch, useLocation } from 'wouter';
import type { LedgerInfo } from '../shared/ledger/ledger.ts';
import { AppStateProvider, useAppState } from './app-state.tsx';
import { FormatProvider } from './format.tsx';
import { FormsProvider, prefetchForms } from './forms/forms.tsx';
import { whenIdle } from './painted.ts';
import { useHashPath, useHashSearch } from './routes.ts';
import { ClientsScreen } from './screens/clients/clients.tsx';
import { FindProvider } from './screens/find/find.tsx';
import { Shell } from './screens/shell/shell.tsx';
import { useMenu } from './screens/shell/use-menu.ts';
import { Broken } from './ui/broken.tsx';
import { ToastProvider } from './ui/toast.tsx';
import { prefetchWhy, WhyProvider } from './ui/why.tsx';

const loadClient = () => import('./screens/client/client.tsx');
const ClientScreen = lazy(loadClient);
const ImportScreen = lazy(() => import('./screens/import/import.tsx'));
const SettingsScreen = lazy(() => import('./screens/settings/settings.tsx'));
const WelcomeScreen = lazy(() => import('./screens/welcome/welcome.tsx'));

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
      void loadClient();
      prefetchForms();
      prefetchWhy();
    });
  }, []);

  return (
    <FindProvider enabled={ledger !== null}>
      {ledger === null ? <FirstRun /> : <Rooms ledger={ledger} />}
    </FindProvider>
  );
}

function FirstRun() {
  useMenu();
  return (
    <Guard>
      <WelcomeScreen />
    </Guard>
  );
}

function Rooms({ ledger }: { readonly ledger: LedgerInfo }) {
  useMenu();
  return (
    <Shell ledger={ledger}>
      <Guard>
        <Switch>
          <Route path="/clients/:id">{({ id }) => <ClientScreen key={id} clientId={Number(id)} />}</Route>
          <Route path="/clients" component={ClientsScreen} />
          <Route path="/import" component={ImportScreen} />
          <Route path="/settings" component={SettingsScreen} />
          <Route>
            <Redirect to="/clients" replace />
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
