import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Dialog } from '../../../renderer/ui/dialog.tsx';
import { Choice, Field, NumberInput, TextInput } from '../../../renderer/ui/field.tsx';
import { DecisionMark, SeverityMark } from '../../../renderer/ui/marks.tsx';
import { ToastProvider, useToast } from '../../../renderer/ui/toast.tsx';
import { decisionKinds } from '../../../shared/decisions/decision.ts';

afterEach(cleanup);

function Opener({ autoFocus = false }: { readonly autoFocus?: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      {open && (
        <Dialog title="Edit client" onClose={() => setOpen(false)}>
          <input aria-label="first" />
          <input aria-label="second" autoFocus={autoFocus} />
        </Dialog>
      )}
    </>
  );
}

function Days({ onHear }: { readonly onHear: (value: number | null) => void }) {
  const [value, setValue] = useState<number | null>(30);
  return (
    <NumberInput
      aria-label="days"
      value={value}
      onChange={(next) => {
        onHear(next);
        setValue(next);
      }}
    />
  );
}

function Say({ run }: { readonly run: () => void }) {
  const toast = useToast();
  return (
    <button
      type="button"
      onClick={() => toast.show({ text: 'Payment added.', action: { label: 'Undo', run } })}
    >
      Say
    </button>
  );
}

describe('a dialog', () => {
  it('takes focus to its first control and gives it back when it closes', async () => {
    const user = userEvent.setup();
    render(<Opener />);
    await user.click(screen.getByRole('button', { name: 'Open' }));
    const dialog = screen.getByRole<HTMLDialogElement>('dialog', { name: 'Edit client' });
    expect(dialog.open).toBe(true);
    expect(document.activeElement).toBe(screen.getByLabelText('first'));
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Open' }));
  });

  it('offers no way to close it while what is under way has to end first', async () => {
    render(
      <Dialog title="Restoring" onClose={null}>
        <button type="button">Stop</button>
      </Dialog>,
    );
    expect(screen.queryByRole('button', { name: 'Close' })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Stop' }));
    await userEvent.setup().keyboard('{Escape}');
    expect(screen.getByRole('dialog', { name: 'Restoring' })).toBeTruthy();
  });

  it('leaves focus where autoFocus has put it', async () => {
    const user = userEvent.setup();
    render(<Opener autoFocus />);
    await user.click(screen.getByRole('button', { name: 'Open' }));
    expect(document.activeElement).toBe(screen.getByLabelText('second'));
  });

  it('closes on its own cancel, not on that of something inside', async () => {
    const user = userEvent.setup();
    render(<Opener />);
    await user.click(screen.getByRole('button', { name: 'Open' }));
    act(() => {
      screen.getByLabelText('first').dispatchEvent(new Event('cancel', { bubbles: true, cancelable: true }));
    });
    expect(screen.queryByRole('dialog')).toBeTruthy();
    act(() => {
      screen.getByRole('dialog').dispatchEvent(new Event('cancel', { cancelable: true }));
    });
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('a field', () => {
  it('ties label, hint and error to its control', () => {
    render(
      <Field label="Name" hint="as on the invoice" error="A client needs a name.">
        <TextInput />
      </Field>,
    );
    const input = screen.getByRole('textbox', { name: /Name/ });
    const said = (input.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent);
    expect(said).toEqual(['as on the invoice', 'A client needs a name.']);
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('alert').textContent).toBe('A client needs a name.');
  });

  it('names a group of choices', async () => {
    const user = userEvent.setup();
    const chosen = vi.fn();
    render(
      <Field label="Severity" group required>
        <Choice
          value={2}
          onChange={chosen}
          options={[
            { value: 1, label: 'annoyance' },
            { value: 2, label: 'inconvenience', note: 'It cost them time.' },
          ]}
        />
      </Field>,
    );
    expect(screen.getByRole('radiogroup', { name: 'Severity' })).toBeTruthy();
    expect(screen.getByText('It cost them time.')).toBeTruthy();
    await user.click(screen.getByRole('radio', { name: 'annoyance' }));
    expect(chosen).toHaveBeenCalledWith(1);
  });

  it('keeps a number as it is typed, and answers NaN for what is none', async () => {
    const user = userEvent.setup();
    const heard: (number | null)[] = [];
    render(<Days onHear={(next) => heard.push(next)} />);
    const input = screen.getByRole<HTMLInputElement>('textbox', { name: 'days' });
    await user.clear(input);
    expect(heard.at(-1)).toBeNull();
    await user.type(input, '1x');
    expect(input.value).toBe('1x');
    expect(heard.at(-1)).toBeNaN();
    await user.tab();
    expect(input.value).toBe('1x');
    await user.clear(input);
    await user.type(input, '014');
    await user.tab();
    expect(heard.at(-1)).toBe(14);
    expect(input.value).toBe('14');
  });
});

describe('a toast', () => {
  beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true }));
  afterEach(() => vi.useRealTimers());

  const start = async () => {
    const run = vi.fn();
    const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
    render(
      <ToastProvider>
        <Say run={run} />
      </ToastProvider>,
    );
    await user.click(screen.getByRole('button', { name: 'Say' }));
    return { run, user };
  };

  it('goes after eight seconds, but not while it has focus', async () => {
    const { user } = await start();
    act(() => vi.advanceTimersByTime(7000));
    await user.keyboard('{F6}');
    expect(document.activeElement?.textContent).toBe('Undo');
    act(() => vi.advanceTimersByTime(60_000));
    expect(screen.getByText('Payment added.')).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(screen.queryByText('Payment added.')).toBeNull();
    expect(document.activeElement?.textContent).toBe('Say');
  });

  it('goes by itself', async () => {
    await start();
    act(() => vi.advanceTimersByTime(8100));
    expect(screen.queryByText('Payment added.')).toBeNull();
  });

  it('does what it offers, once', async () => {
    const { run, user } = await start();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(run).toHaveBeenCalledTimes(1);
    expect(screen.queryByText('Payment added.')).toBeNull();
  });
});

it('draws every kind of decision differently, and a used coupon unlike an unused one', () => {
  const drawn = new Set(
    decisionKinds.map((kind) => {
      const { container } = render(<DecisionMark kind={kind} />);
      return container.innerHTML;
    }),
  );
  expect(drawn.size).toBe(decisionKinds.length);
  const used = render(<DecisionMark kind="coupon" used />).container.innerHTML;
  expect(drawn.has(used)).toBe(false);
});

it('draws an open complaint hollow and a settled one filled, both with their severity', () => {
  const open = render(<SeverityMark severity={3} open />).container;
  const settled = render(<SeverityMark severity={3} open={false} />).container;
  expect(open.textContent).toBe('3');
  expect(settled.textContent).toBe('3');
  expect(open.querySelector('circle')?.getAttribute('fill')).not.toBe(
    settled.querySelector('circle')?.getAttribute('fill'),
  );
});
