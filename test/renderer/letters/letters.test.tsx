import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { Router } from 'wouter';
import { makeQueries } from '../../../renderer/api.ts';
import { AppStateProvider } from '../../../renderer/app-state.tsx';
import { FormatProvider } from '../../../renderer/format.tsx';
import { useHashPath, useHashSearch } from '../../../renderer/routes.ts';
import LettersScreen from '../../../renderer/screens/letters/letters.tsx';
import { LetterBar } from '../../../renderer/screens/print/letter-bar.tsx';
import { ToastProvider } from '../../../renderer/ui/toast.tsx';
import { builtInLetters } from '../../../shared/letters/built-in.ts';
import type { Letter } from '../../../shared/partings/parting.ts';
import type { DocumentOf } from '../../../shared/summaries/document.ts';
import { fakeBridge, TODAY } from '../bridge.ts';

afterEach(() => {
  cleanup();
  window.location.hash = '';
});

/** The screen over a ledger that keeps wordings. */
function open() {
  const own = new Map<string, string>();
  const bridge = fakeBridge({
    'letters.list': () =>
      builtInLetters.map((letter): Letter => {
        const body = own.get(letter.name);
        return { ...letter, body: body ?? letter.body, own: body !== undefined };
      }),
    'letters.save': ({ name, body }) => {
      own.set(name, body);
      return { changeId: 1, label: `Kept the letter “${name}”`, id: 1 };
    },
    'letters.reset': ({ name }) => {
      own.delete(name);
      return { changeId: 2, label: `Took back your wording of “${name}”`, id: 1 };
    },
    'logo.read': () => ({ png: null }),
  });
  render(
    <QueryClientProvider client={makeQueries()}>
      <ToastProvider>
        <AppStateProvider>
          <FormatProvider>
            <Router hook={useHashPath} searchHook={useHashSearch}>
              <LettersScreen />
            </Router>
          </FormatProvider>
        </AppStateProvider>
      </ToastProvider>
    </QueryClientProvider>,
  );
  return { bridge, user: userEvent.setup() };
}

const words = () => screen.findByRole('textbox', { name: /The usual words/ }) as Promise<HTMLTextAreaElement>;
const preview = () => screen.findByRole('region', { name: 'The letter as it will be printed' });

describe('the letters', () => {
  it('are listed by what they are for; a link leads to those it means', async () => {
    window.location.hash = '#/letters?purpose=refund-note';
    open();
    const list = within(await screen.findByRole('navigation', { name: 'Letters' }));
    expect(list.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
      'Farewells',
      'Apologies',
      'Refund notes',
    ]);
    expect(list.getByRole('button', { current: true }).textContent).toBe('Refund note');
    expect((await words()).value).toContain('{amount}');
    expect((await preview()).textContent).toContain('we refunded £50 on invoice 3187');
  });

  it('show a coupon on the page while their words name its code', async () => {
    const { user } = open();
    await user.click(await screen.findByRole('button', { name: 'Apology with a coupon' }));
    await waitFor(async () => expect((await preview()).textContent).toContain('£50 off'));
    await user.clear(await words());
    await user.type(await words(), 'Sorry.');
    await waitFor(async () => expect((await preview()).textContent).not.toContain('£50 off'));
  });

  it('are kept in the owner’s wording, and go back to the program’s', async () => {
    const { bridge, user } = open();
    const keep = async () => screen.findByRole('button', { name: 'Keep these words' });
    expect(((await keep()) as HTMLButtonElement).disabled).toBe(true);
    await user.type(await words(), ' {{nobody}');
    expect(await screen.findByText(/\{nobody\} is not a field/)).toBeTruthy();
    await user.click(await keep());
    expect(bridge.asked('letters.save')).toEqual([
      { name: 'Farewell', body: expect.stringContaining('{business} {nobody}') },
    ]);
    expect(await screen.findByText('your wording')).toBeTruthy();
    await user.click(
      await screen.findByRole('button', { name: 'Back to the wording that comes with the program' }),
    );
    await waitFor(async () => expect((await words()).value).toBe(builtInLetters[0]?.body));
  });

  it('wait with what was typed while another is looked at, and can be left as they were', async () => {
    const { user } = open();
    await user.type(await words(), 'XYZ');
    await user.click(screen.getByRole('button', { name: 'After a dispute' }));
    expect((await words()).value).not.toContain('XYZ');
    expect(screen.getByText('not kept yet')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /^Farewell not kept yet|^Farewellnot kept yet/ }));
    expect((await words()).value).toContain('XYZ');
    await user.click(screen.getByRole('button', { name: 'Leave them as they were' }));
    expect((await words()).value).not.toContain('XYZ');
  });

  it('take a field where one writes', async () => {
    const { user } = open();
    const area = await words();
    await user.clear(area);
    await user.click(screen.getByRole('button', { name: '{lastDay}' }));
    expect((await words()).value).toBe('{lastDay}');
    expect(document.activeElement).toBe(area);
  });
});

describe('the words for this once', () => {
  const letter: DocumentOf<'letter'> = {
    business: 'Hollin Gardens',
    logo: null,
    asOf: TODAY,
    currency: 'GBP',
    locale: 'en-GB',
    kind: 'letter',
    letter: 'apology',
    title: 'Apology: Larkfield Court',
    clientId: 12,
    on: TODAY,
    address: [],
    text: 'Dear Denise Harrow, use {code}.',
    coupon: null,
  };
  const what = { kind: 'letter', letter: 'apology', decisionId: 5, text: null } as const;

  it('are those of the sheet until typed over, name what is missing, and can be dropped again', async () => {
    const told: (string | null)[] = [];
    const user = userEvent.setup();
    const onText = (text: string | null) => {
      told.push(text);
    };
    render(<LetterBar what={what} document={letter} onText={onText} />);
    const area = screen.getByRole('textbox', { name: /Words for this once/ }) as HTMLTextAreaElement;
    expect(area.value).toBe(letter.text);
    expect(screen.getByText(/\{code\} has nothing to be filled with yet/)).toBeTruthy();
    await user.clear(area);
    await user.type(area, 'Sorry.');
    // Leaving the field tells at once: whoever prints next must not print what stood there before.
    await user.tab();
    expect(told.at(-1)).toBe('Sorry.');
    await user.click(screen.getByRole('button', { name: 'Back to the usual words' }));
    await waitFor(() => expect(told.at(-1)).toBeNull());
    expect(area.value).toBe(letter.text);
  });
});
