import type { ReactNode } from 'react';

/** One numbered step: what is written on the left, what the ledger has to say on the right. */
export function Step({
  number,
  title,
  lead,
  done,
  id,
  beside,
  children,
}: {
  readonly number: number;
  readonly title: string;
  readonly lead?: ReactNode;
  readonly done: boolean;
  readonly id: string;
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className="step" id={`step-${id}`} aria-labelledby={`step-${id}-title`}>
      <div className="step-work">
        <h2 id={`step-${id}-title`}>
          <span className={done ? 'step-number step-done' : 'step-number'}>
            {number}
            <span className="visually-hidden">{done ? ', written' : ''}. </span>
          </span>
          {title}
        </h2>
        {lead && <p className="step-lead">{lead}</p>}
        {children}
      </div>
      {beside && <div className="step-beside">{beside}</div>}
    </section>
  );
}
