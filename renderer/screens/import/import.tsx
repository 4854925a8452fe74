import { usePainted } from '../../painted.ts';
import { Done } from './done.tsx';
import './import.css';
import { useImportDesk } from './import-desk.ts';
import { Look } from './look.tsx';
import { Start, takesFiles } from './start.tsx';

/** Import invoices or complaints: choose a file, look at everything it would do, confirm. */
export default function ImportScreen() {
  const desk = useImportDesk();
  usePainted(true);
  return (
    <section className="import" aria-label="Import" {...takesFiles(desk)}>
      {desk.stage === 'done' && desk.done ? (
        <Done desk={desk} done={desk.done} />
      ) : desk.stage === 'look' && desk.looking ? (
        <Look desk={desk} looking={desk.looking} />
      ) : (
        <Start desk={desk} />
      )}
    </section>
  );
}
