import { Fragment, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { unseen } from '../../charts/unseen.ts';
import { Button } from '../../ui/button.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';

export interface MenuItem {
  readonly label: string;
  readonly icon: IconName;
  /** Its one-letter key, where it has one. */
  readonly hint?: string;
  /** A hairline above: another kind of thing begins. */
  readonly apart?: boolean;
  readonly run: () => void;
}

/** A button that opens a menu: arrow keys move, letters and Enter choose, Esc closes and gives the focus back. */
export function MoreMenu({ label, items }: { readonly label: string; readonly items: readonly MenuItem[] }) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) return;
    box.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const choose = (item: MenuItem) => {
    // Focus goes back first: a form that opens now takes it as the place to return to.
    close();
    item.run();
  };
  const move = (by: number | 'first' | 'last') => {
    const all = [...(box.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const at = all.indexOf(document.activeElement as HTMLElement);
    const next = by === 'first' ? 0 : by === 'last' ? all.length - 1 : (at + by + all.length) % all.length;
    all[next]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const letter = items.find((item) => item.hint !== undefined && item.hint === event.key);
    if (event.key === 'Escape') close();
    else if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Home') move('first');
    else if (event.key === 'End') move('last');
    else if (letter) choose(letter);
    else if (event.key === 'Tab') return setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="more" ref={box}>
      <Button
        ref={button}
        icon="dots"
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpen(true);
        }}
      />
      {open && (
        <div className="more-list" role="menu" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
          {items.map((item) => (
            <Fragment key={item.label}>
              {item.apart && <hr className="more-line" />}
              <button
                type="button"
                role="menuitem"
                tabIndex={-1}
                aria-keyshortcuts={item.hint}
                onClick={() => choose(item)}
              >
                <Icon name={item.icon} />
                <span className="more-label">{item.label}</span>
                {item.hint !== undefined && <kbd {...unseen}>{item.hint}</kbd>}
              </button>
            </Fragment>
          ))}
        </div>
      )}
    </div>
  );
}
