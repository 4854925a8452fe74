import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { vi } from 'vitest';
import { makeQueries } from '../../../renderer/api.ts';
import { AppStateProvider } from '../../../renderer/app-state.tsx';
import { FormatProvider } from '../../../renderer/format.tsx';
import ClientScreen from '../../../renderer/screens/client/client.tsx';
import { ToastProvider } from '../../../renderer/ui/toast.tsx';
import { WhyProvider } from '../../../renderer/ui/why.tsx';
import type { AppState } from '../../../shared/contract.ts';
import type { Result } from '../../../shared/result.ts';
import type { ClientPage } from '../../../shared/views/client-page.ts';
import { ledger } from '../bridge.ts';
import { AS_OF } from './page-maker.ts';

const state: AppState = {
  version: '0.1.0',
  platform: 'linux',
  locale: 'en-GB',
  today: AS_OF,
  theme: 'light',
  paper: 'A4',
  guess: { currency: 'GBP', paper: 'A4' },
  problem: null,
  damaged: null,
  recovered: null,
  ledger,
};

type Answer = (input: unknown) => Result<unknown>;
const why: Result<unknown> = {
  ok: true,
  value: { title: 'Why', figure: '', explanation: [], columns: [], rows: [], rowCount: 0, total: null },
};
const written: Result<unknown> = { ok: true, value: { changeId: 5, label: 'done', id: 1 } };

/**
 * The client screen over a bridge that answers with this page and notes what it was asked. `answers` replaces single
 * commands; a write is answered with success.
 */
export async function showClient(page: ClientPage, answers: Readonly<Record<string, Answer>> = {}) {
  const calls: { name: string; input: unknown }[] = [];
  const known: Record<string, Answer> = {
    'app.state': () => ({ ok: true, value: state }),
    'clients.page': () => ({ ok: true, value: page }),
    'why.explain': () => why,
    ...answers,
  };
  vi.stubGlobal('evenhand', {
    on: () => () => {},
    call: async (name: string, input: unknown) => {
      calls.push({ name, input });
      return known[name]?.(input) ?? written;
    },
  });
  const shown = render(
    <QueryClientProvider client={makeQueries()}>
      <ToastProvider>
        <AppStateProvider>
          <FormatProvider>
            <WhyProvider>
              <ClientScreen clientId={page.client.id} />
            </WhyProvider>
          </FormatProvider>
        </AppStateProvider>
      </ToastProvider>
    </QueryClientProvider>,
  );
  const asked = (name: string) => calls.filter((one) => one.name === name).map((one) => one.input);
  return { ...shown, asked };
}
