import type { ReactNode } from 'react';
import { Icon } from '../../ui/icon.tsx';
import './column-head.css';

export interface ColumnHeadProps {
  readonly meaning: 'payments' | 'complaints' | 'decisions';
  readonly title: string;
  /** A dotted link to the evidence. */
  readonly link?: ReactNode;
  readonly figure: ReactNode;
  readonly caption: ReactNode;
  /** Two sentences at most. */
  readonly children?: ReactNode;
}

/** A column's head: rule in its colour, icon, title, one headline number and at most two sentences. */
export function ColumnHead({ meaning, title, link, figure, caption, children }: ColumnHeadProps) {
  return (
    <div className={`column-head column-${meaning}`}>
      <h2>
        <Icon name={meaning} />
        {title}
        {link && <span className="column-link">{link}</span>}
      </h2>
      <p className="column-big">
        {figure}
        <small>{caption}</small>
      </p>
      <div className="column-says">{children}</div>
    </div>
  );
}
