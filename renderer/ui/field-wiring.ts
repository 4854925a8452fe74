import { createContext, useContext } from 'react';

export interface FieldWiring {
  readonly id: string;
  readonly labelId: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  readonly required: boolean;
}
export const Wiring = createContext<FieldWiring | null>(null);

/** The ids and states a control inside a `Field` puts on its element. Outside of one it gets nothing. */
export function useFieldProps() {
  const wiring = useContext(Wiring);
  if (!wiring) return {};
  return {
    id: wiring.id,
    'aria-describedby': wiring.describedBy,
    'aria-invalid': wiring.invalid || undefined,
    'aria-required': wiring.required || undefined,
  };
}

/** As `useFieldProps`, for a group of controls: labelled by the field's label instead of being its target. */
export function useFieldGroupProps() {
  const wiring = useContext(Wiring);
  if (!wiring) return {};
  return {
    'aria-labelledby': wiring.labelId,
    'aria-describedby': wiring.describedBy,
    'aria-invalid': wiring.invalid || undefined,
    'aria-required': wiring.required || undefined,
  };
}
