import { useState } from 'react';
import { showDay } from '../../../shared/dates.ts';
import type { BackupLine } from '../../../shared/views/backups.ts';
import { useAppState } from '../../app-state.tsx';
import { useFormat } from '../../format.tsx';
import { RestoreActions } from './restore-part.tsx';
import { occasions, sizeWords, stateWords, timeWords } from './words.ts';

/** Shown before the owner asks for all of them. */
const FIRST = 8;

/** Every backup made from here, newest first: where it lies, why it was made, and what can be done with it. */
export function BackupList({ backups }: { readonly backups: readonly BackupLine[] }) {
  const { count } = useFormat();
  const [all, setAll] = useState(false);
  const shown = all ? backups : backups.slice(0, FIRST);
  return (
    <section className="safe-part">
      <h2>Backups made from here</h2>
      {backups.length === 0 ? (
        <p className="safe-quiet">
          None yet. Every one you make is listed here with where it lies, so that it can be checked and
          restored.
        </p>
      ) : (
        <table className="safe-table">
          <thead>
            <tr>
              <th scope="col">Made</th>
              <th scope="col">File</th>
              <th scope="col">Why</th>
              <th scope="col" className="safe-number">
                Size
              </th>
              <th scope="col">
                <span className="visually-hidden">What to do with it</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((backup) => (
              <Row key={backup.id} backup={backup} />
            ))}
          </tbody>
        </table>
      )}
      {!all && backups.length > FIRST && (
        <button type="button" className="safe-link" onClick={() => setAll(true)}>
          Show all {count(backups.length)}
        </button>
      )}
    </section>
  );
}

function Row({ backup }: { readonly backup: BackupLine }) {
  const { locale } = useAppState();
  const state = stateWords(backup);
  return (
    <tr className={backup.there ? '' : 'safe-away'}>
      <th scope="row">
        {showDay(backup.on)}
        <span className="safe-under">{timeWords(backup.at, locale)}</span>
      </th>
      <td className="safe-file">
        <span title={backup.fileName}>{backup.fileName}</span>
        <span
          className="safe-under"
          title={backup.there ? undefined : 'Moved, deleted, changed since, or its disk is not plugged in'}
        >
          in {backup.folder}
          {state && `; ${state}`}
        </span>
      </td>
      <td>{occasions[backup.occasion]}</td>
      <td className="safe-number">{sizeWords(backup.bytes, locale)}</td>
      <td className="safe-does">{backup.there && <RestoreActions backup={backup} />}</td>
    </tr>
  );
}
