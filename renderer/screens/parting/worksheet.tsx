import { plural } from '../../../shared/complaints/clocks.ts';
import { usualInstruction } from '../../../shared/partings/finishing.ts';
import type { Parting } from '../../../shared/partings/parting.ts';
import type { PartingPage } from '../../../shared/views/parting.ts';
import { DayInput, Field, TextArea } from '../../ui/field.tsx';
import { Why } from '../../ui/why.tsx';
import { Gathered, WhyEvidence } from './evidence.tsx';
import { FinishBar } from './finish.tsx';
import { LetterBeside, LetterStep } from './letter-step.tsx';
import { LookStep } from './look-step.tsx';
import { MoneyBeside, MoneyStep } from './money-step.tsx';
import { NotesBeside } from './notes-beside.tsx';
import { ReferralStep } from './referral-step.tsx';
import { Step } from './step.tsx';
import { partsOnOf, useSheet } from './use-sheet.ts';

/** The worksheet while it is written: eight steps in any order, saved as one goes. */
export function Worksheet({ page, begun }: { readonly page: PartingPage; readonly begun: Parting | null }) {
  const keeper = useSheet(page, begun);
  const { sheet, set, flush } = keeper;
  const written = (text: string) => text.trim() !== '';
  const { client } = page;
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only notices a field being left */}
      <div className="parting-steps" onBlur={() => void flush().catch(() => undefined)}>
        <Step number={1} id="why" title="Why" done={written(sheet.why)} beside={<WhyEvidence page={page} />}>
          <Field label="In your own words" required>
            <TextArea
              rows={7}
              maxLength={5000}
              placeholder="What happened, not what they are like"
              value={sheet.why}
              onChange={(event) => set('why', event.target.value)}
            />
          </Field>
          <Gathered
            page={page}
            taken={sheet.why}
            onTake={(sentence) =>
              set('why', written(sheet.why) ? `${sheet.why.trimEnd()}\n${sentence}` : sentence)
            }
          />
        </Step>
        <Step
          number={2}
          id="look"
          title="Look inside first"
          lead="Process, communication, value for the price, training. Before anybody is let go, look at your own side."
          done={page.lookCounts}
        >
          <LookStep page={page} />
        </Step>
        <Step
          number={3}
          id="attempt"
          title="The last attempt"
          done={written(sheet.lastAttempt)}
          beside={<NotesBeside page={page} />}
        >
          <Field label="What was tried to make it work, and what came of it">
            <TextArea
              rows={3}
              maxLength={2000}
              placeholder="A talk, another price, another way of working"
              value={sheet.lastAttempt}
              onChange={(event) => set('lastAttempt', event.target.value)}
            />
          </Field>
        </Step>
        <Step
          number={4}
          id="money"
          title="The final invoice, and what is owed"
          done={sheet.finalInvoiceId !== null || written(sheet.moneySettled)}
          beside={<MoneyBeside page={page} />}
        >
          <MoneyStep page={page} sheet={sheet} set={set} />
        </Step>
        <Step
          number={5}
          id="hand-over"
          title="What must be handed over"
          done={written(sheet.handOver)}
          beside={
            page.openComplaints > 0 && (
              <p>
                <Why
                  clientId={client.id}
                  figure="openComplaints"
                  label={`why ${plural(page.openComplaints, 'open complaint')}`}
                >
                  {plural(page.openComplaints, 'complaint')}
                </Why>{' '}
                still open: settle {page.openComplaints === 1 ? 'it' : 'them'} properly all the same.
              </p>
            )
          }
        >
          <Field
            label="Keys, files, passwords, plans, work half done"
            hint="Printed in the letter at {handOver}."
          >
            <TextArea
              rows={3}
              maxLength={5000}
              value={sheet.handOver}
              onChange={(event) => set('handOver', event.target.value)}
            />
          </Field>
        </Step>
        <Step number={6} id="referral" title="Who could serve them better" done={sheet.referralId !== null}>
          <ReferralStep page={page} keeper={keeper} />
        </Step>
        <Step
          number={7}
          id="letter"
          title="The letter"
          done={written(sheet.letter)}
          beside={<LetterBeside page={page} sheet={sheet} />}
        >
          <LetterStep page={page} sheet={sheet} set={set} />
        </Step>
        <Step number={8} id="end" title="Staff, and the day" done={partsOnOf(sheet) !== null}>
          <Field
            label="What staff should do from then on"
            hint={
              client.instruction === null
                ? `A red flag goes up with the end. Left empty, it says: “${usualInstruction(partsOnOf(sheet) ?? page.asOf, page.asOf)}”`
                : `A red flag is up already and says: “${client.instruction}” Left empty, it stays so.`
            }
          >
            <TextArea
              rows={2}
              maxLength={500}
              value={sheet.instruction}
              onChange={(event) => set('instruction', event.target.value)}
            />
          </Field>
          <div className="parting-day">
            <Field label="Ways part on" required>
              <DayInput value={sheet.partsOn} onChange={(day) => set('partsOn', day)} />
            </Field>
          </div>
        </Step>
      </div>
      <FinishBar page={page} keeper={keeper} />
    </>
  );
}
