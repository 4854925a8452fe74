import { useEffect, useRef, useState } from 'react';
import { useAppState } from '../../app-state.tsx';
import { useFormat } from '../../format.tsx';
import { Button } from '../../ui/button.tsx';
import { Check } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Findings } from './findings.tsx';
import { FirstRows } from './first-rows.tsx';
import type { ImportDesk, Looking } from './import-desk.ts';
import { AdjustedRows, LeftOutRows } from './left-out.tsx';
import { MappingTable } from './mapping.tsx';
import './preview.css';
import { ProgressLine } from './progress-line.tsx';
import { Questions } from './questions.tsx';
import { ReconciliationPart } from './reconciliation.tsx';
import { ValueTables } from './value-tables.tsx';
import { Warned } from './warned.tsx';
import { confirmWords, counted, subjectWords } from './words.ts';

/** The preview: questions first, then what the import does, then how the file was read. Nothing is written yet. */
export function Look({ desk, looking }: { readonly desk: ImportDesk; readonly looking: Looking }) {
  const format = useFormat();
  const { preview } = looking;
  const page = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that chose the file is gone: reading begins at the top of what it led to.
  useEffect(() => heading.current?.focus(), []);
  useFocusAfterAnswer(page, preview.questions.length);
  return (
    <>
      <div className="import-page" ref={page}>
        <header className="import-head">
          <h1 ref={heading} tabIndex={-1}>
            Import {subjectWords[preview.subject.value].many}
          </h1>
          <p>
            <Icon name="file" />
            <b>{preview.fileName}</b>
            <span className="import-quiet">{counted(format, preview.rows, 'row')}</span>
          </p>
          <Button onClick={desk.startOver} disabled={desk.busy === 'writing'}>
            Another file…
          </Button>
        </header>
        <Questions desk={desk} looking={looking} />
        <Findings desk={desk} looking={looking} />
        <Warned preview={preview} />
        <ReconciliationPart preview={preview} />
        <ValueTables desk={desk} looking={looking} />
        <LeftOutRows preview={preview} />
        <AdjustedRows preview={preview} />
        <FirstRows preview={preview} />
        <MappingTable desk={desk} looking={looking} />
      </div>
      <Foot desk={desk} looking={looking} />
    </>
  );
}

function Foot({ desk, looking }: { readonly desk: ImportDesk; readonly looking: Looking }) {
  const format = useFormat();
  const { ledger } = useAppState();
  const { preview } = looking;
  const { reconciliation } = preview;
  const out = reconciliation?.counts.unreadable ?? 0;
  // Agreed to for these rows of this reading only.
  const agreeTo = `${preview.importId} ${out} ${JSON.stringify(looking.choices)}`;
  const [agreed, setAgreed] = useState('');
  const ticked = agreed === agreeTo;
  const nothing = reconciliation?.nothingToWrite === true;
  const open = preview.questions.length;
  const can = reconciliation !== null && !nothing && desk.busy === null && (out === 0 || ticked);
  return (
    <footer className="import-foot">
      <div className="import-foot-say">
        {desk.busy !== null && desk.busy !== 'picking' ? (
          <ProgressLine busy={desk.busy} onStop={desk.stop} />
        ) : desk.problem !== null ? (
          <p className="import-problem" role="alert">
            <Icon name="warning" />
            {desk.problem}
          </p>
        ) : open > 0 ? (
          <p>
            {open === 1
              ? 'One question is open. It stands at the top.'
              : `${open} questions are open. They stand at the top.`}
          </p>
        ) : nothing ? (
          <p>Nothing is left to import.</p>
        ) : out > 0 ? (
          <Check
            label={
              out === 1 ? 'This row will be left out' : `These ${format.count(out)} rows will be left out`
            }
            checked={ticked}
            onChange={(event) => setAgreed(event.target.checked ? agreeTo : '')}
          />
        ) : (
          <p className="import-quiet">
            {ledger?.isSample
              ? 'Into the sample ledger: it goes when the sample is thrown away.'
              : 'All of it or nothing, and it can be undone.'}
          </p>
        )}
      </div>
      <Button onClick={desk.startOver} disabled={desk.busy === 'writing'}>
        {nothing ? 'Done' : 'Leave it'}
      </Button>
      {!nothing && desk.noBackup && (
        <Button disabled={!can} onClick={() => desk.confirm(true)}>
          Import without a backup
        </Button>
      )}
      {!nothing && (
        <Button variant="primary" disabled={!can} onClick={() => desk.confirm()}>
          {reconciliation === null ? 'Import' : confirmWords(reconciliation, format)}
        </Button>
      )}
    </footer>
  );
}

/** An answered question goes; the focus goes on to the next one, or to what the answers came to. */
function useFocusAfterAnswer(page: { readonly current: HTMLElement | null }, open: number) {
  const before = useRef(open);
  useEffect(() => {
    if (open < before.current) {
      const next = page.current?.querySelector<HTMLElement>('.import-questions :is(button, select)');
      (next ?? page.current?.querySelector<HTMLElement>('#import-does'))?.focus();
    }
    before.current = open;
  }, [open, page]);
}
