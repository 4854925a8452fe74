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

  it('takes a logo, shows it, says why one is refused, and removes it', async () => {
    let png: string | null = null;
    let refused = true;
    const { bridge, user } = showApp(
      {
        'logo.read': () => ({ png }),
        'logo.choose': () => {
          if (refused)
            throw new Refusal({ code: 'invalid', message: 'Only PNG and JPEG pictures can be used.' });
          png = 'iVBORw0=';
          return { changeId: 4, label: 'Logo added', id: 1 };
        },
        'logo.remove': () => {
          png = null;
          return { changeId: 5, label: 'Logo removed', id: 1 };
        },
      },
      '/settings',
    );
    await user.click(await screen.findByRole('button', { name: 'Choose a logo…' }));
    expect((await screen.findByRole('alert')).textContent).toBe('Only PNG and JPEG pictures can be used.');
    refused = false;
    await user.click(screen.getByRole('button', { name: 'Choose a logo…' }));
    const logo = await screen.findByRole<HTMLImageElement>('img', { name: 'Your logo' });
    expect(logo.src).toBe('data:image/png;base64,iVBORw0=');
    await user.click(screen.getByRole('button', { name: 'Remove it' }));
    expect(bridge.asked('logo.remove')).toHaveLength(1);
    expect(await screen.findByText(/No logo/)).toBeTruthy();
  });
});
