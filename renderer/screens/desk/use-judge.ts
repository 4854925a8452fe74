import type { Input } from '../../../shared/contract.ts';
import { useDo } from '../client/use-do.ts';

export type Judgement = Omit<Input<'complaints.judge'>, 'id'>;

/** Saves what the owner judges, at once; the message offers to take it back. */
export function useJudge(complaintId: number) {
  const write = useDo('complaints.judge');
  return {
    busy: write.isPending,
    say: (judgement: Judgement, then?: () => void) =>
      write.mutate({ id: complaintId, ...judgement }, then ? { onSuccess: then } : {}),
  };
}
