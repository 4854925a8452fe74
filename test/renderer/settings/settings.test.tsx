import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { appState, ledger, Refusal } from '../bridge.ts';
import { showApp } from '../show-app.tsx';

const box = (name: string) => screen.findByRole<HTMLInputElement>('textbox', { name });

describe('settings', () => {
  it('saves what was changed, in the ledger’s own units', async () => {
    const { bridge, user } = showApp(
      {
        'ledger.edit': ({ hourlyCost }) => appState({ ledger: { ...ledger, hourlyCost } }),
      },
      '/settings',
    );
    const margin = await box('Your margin optional');
    expect(margin.value).toBe('30');
    const save = screen.getByRole('button', { name: 'Save' });
    expect((save as HTMLButtonElement).disabled).toBe(true);
    await user.clear(margin);
    await user.type(margin, '34,5');
    // Empty is an answer too: the usual rate is assumed.
    await user.clear(await box('Interest a year optional'));
    const cost = await box('An hour of work costs you');
    await user.clear(cost);
    await user.type(cost, '28.50');
    await user.click(save);
    await waitFor(() =>
      expect(bridge.asked('ledger.edit')).toEqual([
        {
          business: 'Hollin Gardens',
          hourlyCost: 2850,
          marginPermille: 345,
          interestPermille: null,
          termsDays: 30,
          paper: 'A4',
        },
      ]),
    );
    expect(await screen.findByText('Settings saved.')).toBeTruthy();
  });

  it.each([
    ['Usual days to pay', '12.5', 'Give whole days.'],
    ['Usual days to pay', '400', 'Terms of more than a year? At most 365 days.'],
    ['Your margin optional', '101', 'At most 100 %.'],
    ['Interest a year optional', '-1', 'At least 0 %.'],
    ['An hour of work costs you', 'lots', 'Give an amount like 28 or 28.50.'],
    ['An hour of work costs you', '1.020', 'Give an amount like 28 or 28.50.'],
  ])('refuses %s of %s', async (label, text, message) => {
    const { bridge, user } = showApp({}, '/settings');
    const input = await box(label);
    await user.clear(input);
    await user.type(input, text);
    await user.tab();
    expect(await screen.findByText(message)).toBeTruthy();
    expect(input.value).toBe(text);
    expect(bridge.asked('ledger.edit')).toEqual([]);
  });

  it('says what the ledger refused and keeps what was typed', async () => {
    const { user } = showApp(
      {
        'ledger.edit': () => {
          throw new Refusal({ code: 'busy', message: 'An import is running.' });
        },
      },
      '/settings',
    );
    const name = await box('Name');
    await user.type(name, ' and Sons');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('An import is running.')).toBeTruthy();
    expect(name.value).toBe('Hollin Gardens and Sons');
  });

  it('turns the window dark at once', async () => {
    const { bridge, user } = showApp({ 'app.setTheme': ({ theme }) => appState({ theme }) }, '/settings');
    await user.click(await screen.findByRole('radio', { name: 'Dark' }));
    await waitFor(() => expect(document.documentElement.dataset.theme).toBe('dark'));
    expect(bridge.asked('app.setTheme')).toEqual([{ theme: 'dark' }]);
  });
});
