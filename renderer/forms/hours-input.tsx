import { type Ref, useState } from 'react';
import { useFieldProps } from '../ui/field.tsx';

/**
 * Working time as owners write it: “1.5”, “1,5”, “1:30”, “90 min”, “2 h 15”. Answers whole minutes, or null for
 * anything else.
 */
export function parseHours(text: string): number | null {
  const plain = text.trim().toLowerCase();
  const minutes = /^(\d{1,6})\s*(?:min|minutes?)$/.exec(plain);
  if (minutes) return Number(minutes[1]);
  const clock = /^(\d{1,5})(?:\s*:\s*|\s*h(?:ours?)?\s*)([0-5]?\d)\s*(?:m|min|minutes)?$/.exec(plain);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const hours = /^(\d{0,5})(?:[.,](\d{1,2}))?\s*(?:h|hours?)?$/.exec(plain);
  if (!hours || (hours[1] === '' && hours[2] === undefined)) return null;
  return Math.round(Number(`${hours[1] || '0'}.${hours[2] ?? '0'}`) * 60);
}

/** “1.5” where quarters tell it exactly, else “1:20”. */
export function showHours(minutes: number): string {
  if (minutes % 15 === 0) return String(minutes / 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** What is typed stays as typed; NaN for text that is no time, so that the schema refuses it. */
export function HoursInput({
  value,
  onChange,
  onBlur,
  ref,
  read = parseHours,
  first = false,
}: {
  readonly value: number | null;
  readonly onChange: (minutes: number | null) => void;
  readonly onBlur: () => void;
  readonly ref: Ref<HTMLInputElement>;
  /** How typed text is understood. */
  readonly read?: (text: string) => number | null;
  /** Where the focus is when the form opens. */
  readonly first?: boolean;
}) {
  const [typed, setTyped] = useState<{ readonly text: string; readonly value: number | null } | null>(null);
  const stands = typed !== null && Object.is(typed.value, value);
  const text = stands ? typed.text : value === null || Number.isNaN(value) ? '' : showHours(value);
  return (
    <span className="control control-number">
      <input
        type="text"
        autoComplete="off"
        {...useFieldProps()}
        ref={ref}
        data-first={first || undefined}
        value={text}
        onChange={(event) => {
          const next = event.target.value;
          const minutes = next.trim() === '' ? null : (read(next) ?? Number.NaN);
          setTyped({ text: next, value: minutes });
          onChange(minutes);
        }}
        onBlur={onBlur}
      />
      <span aria-hidden="true">hours</span>
    </span>
  );
}
