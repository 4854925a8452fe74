import { useEffect } from 'react';
import type { CommandName } from '../../../shared/contract.ts';
import { useWrite } from '../../api.ts';
import { useToast } from '../../ui/toast.tsx';

/** A write at the press of one button: done, it can be undone from the message; refused, the message says why. */
export function useDo<Name extends CommandName>(name: Name) {
  const write = useWrite(name);
  const toast = useToast();
  const { error } = write;
  useEffect(() => {
    if (error) toast.show({ text: error.message, tone: 'problem' });
  }, [error, toast]);
  return write;
}
