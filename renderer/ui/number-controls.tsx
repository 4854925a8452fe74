import { useState } from 'react';
import type { Minor } from '../../shared/money.ts';
import { useFormat } from '../format.tsx';
import { type InputProps, join } from './controls.tsx';
import { useFieldProps } from './field-wiring.ts';

/**
 * Text that stands for a number. What is typed stays as typed until the field is left; `onChange` gets the number,
 * null for an empty field, and NaN for text that is no such number, so that every schema refuses it.
 */
function useNumberText(
  value: number | null,
  show: (value: number) => string,
  read: (text: string) => number | null,
) {
  const [typed, setTyped] = useState<{ readonly text: string; readonly value: number | null } | null>(null);
  const stands = typed !== null && Object.is(typed.value, value);
  const text = stands ? typed.text : value === null || Number.isNaN(value) ? '' : show(value);
  return {
    text,
    type(next: string): number | null {
      const number = next.trim() === '' ? null : (read(next) ?? Number.NaN);
      setTyped({ text: next, value: number });
      return number;
    },
    leave() {
      if (value !== null && !Number.isNaN(value)) setTyped(null);
    },
  };
}

/** An amount as owners write it: “1,020.50”, “1020,5”. Right-aligned, with the currency's symbol before it. */
export function MoneyInput({
  value,
  onChange,
  onBlur,
  className,
  ...rest
}: InputProps & { readonly value: Minor | null; readonly onChange: (value: Minor | null) => void }) {
  const format = useFormat();
  const number = useNumberText(value, format.moneyText, format.parseMoney);
  return (
    <span className={join('control control-money', className)}>
      <span aria-hidden="true">{format.symbol}</span>
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        {...useFieldProps()}
        {...rest}
        value={number.text}
        onChange={(event) => onChange(number.type(event.target.value))}
        onBlur={(event) => {
          number.leave();
          onBlur?.(event);
        }}
      />
    </span>
  );
}

/** A plain number; `decimals` 0 takes whole numbers only. `unit` stands after it. */
export function NumberInput({
  value,
  onChange,
  onBlur,
  unit,
  decimals = 0,
  className,
  ...rest
}: InputProps & {
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly unit?: string;
  readonly decimals?: number;
}) {
  const number = useNumberText(value, String, (text) => readNumber(text, decimals));
  return (
    <span className={join('control control-number', className)}>
      <input
        type="text"
        inputMode={decimals === 0 ? 'numeric' : 'decimal'}
        autoComplete="off"
        {...useFieldProps()}
        {...rest}
        value={number.text}
        onChange={(event) => onChange(number.type(event.target.value))}
        onBlur={(event) => {
          number.leave();
          onBlur?.(event);
        }}
      />
      {unit && <span aria-hidden="true">{unit}</span>}
    </span>
  );
}

function readNumber(text: string, decimals: number): number | null {
  const plain = text.trim().replace('−', '-').replace(',', '.');
  const shape = decimals === 0 ? /^-?\d{1,9}$/ : new RegExp(`^-?\\d{1,9}(\\.\\d{1,${decimals}})?$`);
  return shape.test(plain) ? Number(plain) : null;
}
