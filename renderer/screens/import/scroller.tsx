import type { ReactNode } from 'react';
import './rows.css';

/** A table too long or too wide for its place; it can be focused, so that arrow keys scroll it. */
export function Scroller({
  label,
  className,
  children,
}: {
  readonly label: string;
  readonly className: string;
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it must scroll by keyboard too
    <section className={`import-scroll ${className}`} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
