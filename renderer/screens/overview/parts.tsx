import type { ReactNode } from 'react';
import type { ClientFilter } from '../../../shared/views/client-list.ts';
import { clientPath, go } from '../../routes.ts';
import { Icon } from '../../ui/icon.tsx';
import { keepPlace, keepView, restoreView } from '../clients/list-query.ts';

/** One block of a column: a small title, what its figures mean at the right, and its rows. */
export function Block({
  title,
  legend,
  children,
}: {
  readonly title: string;
  readonly legend?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className="overview-block">
      <h3>
        {title}
        {legend && <span>{legend}</span>}
      </h3>
      {children}
    </section>
  );
}

/** A name that leads to the client, with the red flag where one is up. */
export function ClientLink({
  id,
  name,
  flagged = false,
}: {
  readonly id: number;
  readonly name: string;
  readonly flagged?: boolean;
}) {
  return (
    <span className="overview-who">
      <a className="overview-name" href={`#${clientPath(id)}`} title={name}>
        {name}
      </a>
      {flagged && (
        <span className="overview-flag" role="img" aria-label="red flag">
          <Icon name="flag" />
        </span>
      )}
    </span>
  );
}

/** Opens the clients list as filtered. */
export function ListLink({
  filter,
  children,
}: {
  readonly filter: ClientFilter;
  readonly children: ReactNode;
}) {
  const open = () => {
    keepView({ ...restoreView(), filter, text: '' });
    keepPlace({ scroll: 0, row: 0 });
    go('/clients');
  };
  return (
    <button type="button" className="why" onClick={open}>
      {children}
    </button>
  );
}

export function PlaceLink({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  return (
    <a className="why" href={`#${to}`}>
      {children}
    </a>
  );
}
