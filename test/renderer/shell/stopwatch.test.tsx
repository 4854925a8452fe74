import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { makeQueries } from '../../../renderer/api.ts';
import { StopwatchBar } from '../../../renderer/screens/shell/stopwatch-bar.tsx';
import { minutesOn, readStopwatch, type Stopwatch, showTime } from '../../../renderer/stopwatch.ts';
import { fakeBridge } from '../bridge.ts';

const opened = vi.hoisted(() => vi.fn());
vi.mock('../../../renderer/forms/forms.tsx', () => ({ useForms: () => ({ open: opened }) }));
afterEach(() => {
  cleanup();
  opened.mockClear();
  vi.unstubAllGlobals();
  window.location.hash = '';
});

const watch = (seconds: number): Stopwatch => ({
  clientId: 7,
  clientName: 'Larkfield Court',
  startedAt: 1_000_000,
  stoppedAt: 1_000_000 + seconds * 1000,
});

describe('the time on the stopwatch', () => {
  it.each([
    [0, '0 s', 1],
    [59, '59 s', 1],
    [60, '1 min', 1],
    [89, '1 min', 1],
    [90, '1 min', 2],
    [3599, '59 min', 60],
    [3900, '1:05 h', 65],
    [900_000, '250:00 h', 6000],
    [-300, '0 s', 1],
  ])('%i seconds', (seconds, shown, minutes) => {
    expect(showTime(watch(seconds), 0)).toBe(shown);
    expect(minutesOn(watch(seconds), 0)).toBe(minutes);
  });

  it('is read only from what is one', () => {
    expect(readStopwatch({ ...watch(5) })).toEqual(watch(5));
    expect(readStopwatch({ ...watch(5), stoppedAt: null })?.stoppedAt).toBeNull();
    for (const odd of [null, undefined, 5, 'x', {}, { clientId: '7', clientName: 'x', startedAt: 1 }]) {
      expect(readStopwatch(odd)).toBeNull();
    }
  });
});

describe('the stopwatch in the top bar', () => {
  const running = { clientId: 7, clientName: 'Larkfield Court', startedAt: Date.now() - 25 * 60_000 };
  const show = (value: unknown) => {
    const bridge = fakeBridge({
      'drafts.load': () => (value === null ? null : { value }),
      'drafts.save': () => null,
      'drafts.clear': () => null,
    });
    render(
      <QueryClientProvider client={makeQueries()}>
        <StopwatchBar />
      </QueryClientProvider>,
    );
    return { bridge, user: userEvent.setup() };
  };
  const bar = () => screen.findByRole('region', { name: 'Stopwatch' });

  it('is not there while none runs', async () => {
    const { bridge } = show(null);
    await waitFor(() => expect(bridge.asked('drafts.load')).toEqual([{ key: 'stopwatch' }]));
    expect(screen.queryByRole('region', { name: 'Stopwatch' })).toBeNull();
  });

  it('runs on after a restart, and stopping keeps the time until it is noted', async () => {
    const { bridge, user } = show({ ...running, stoppedAt: null });
    expect((await bar()).textContent).toContain('Larkfield Court25 min');
    await user.click(within(await bar()).getByRole('button', { name: 'Stop' }));
    expect(opened).toHaveBeenCalledWith({ form: 'hours', clientId: 7, minutes: 25 });
    const [saved] = bridge.asked('drafts.save');
    expect(saved?.key).toBe('stopwatch');
    expect(readStopwatch(saved?.value)?.stoppedAt).toBeGreaterThan(running.startedAt);
    // The form was closed without noting it: it waits.
    await user.click(await within(await bar()).findByRole('button', { name: 'Note it' }));
    expect(opened).toHaveBeenCalledTimes(2);
    expect(bridge.asked('drafts.clear')).toEqual([]);
  });

  it('is forgotten only when told to', async () => {
    const { bridge, user } = show({ ...running, stoppedAt: running.startedAt + 90_000 });
    expect((await bar()).textContent).toContain('1 min');
    await user.click(within(await bar()).getByRole('button', { name: 'Forget it' }));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Stopwatch' })).toBeNull());
    expect(bridge.asked('drafts.clear')).toEqual([{ key: 'stopwatch' }]);
  });

  it('leads to its client', async () => {
    const { user } = show({ ...running, stoppedAt: null });
    await user.click(within(await bar()).getByRole('button', { name: 'Larkfield Court' }));
    expect(window.location.hash).toBe('#/clients/7');
  });
});
