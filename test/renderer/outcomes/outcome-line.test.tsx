import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { larkfield } from '../client/larkfield.ts';
import { showClient } from '../client/show-client.tsx';

vi.mock('../../../renderer/forms/forms.tsx', () => ({ useForms: () => ({ open: () => undefined }) }));
afterEach(cleanup);

it('stands on the decision it belongs to, and on no other', async () => {
  const decision = larkfield.decisions.at(-1);
  if (decision === undefined) throw new Error('no decision');
  await showClient({
    ...larkfield,
    outcomes: [
      {
        decisionId: decision.id,
        cameBack90: { word: 'no' },
        cameBack180: { word: 'no' },
        complainedAgain: { word: 'no' },
        couponUsed: null,
        pays: { word: 'the same', before: 1, after: 2 },
      },
    ],
  });
  const words = 'did not come back within 180 days · no further complaint · pays as before';
  const line = await screen.findByText(words);
  const card = line.closest('article');
  expect(card?.getAttribute('aria-label')).toContain(decision.kind);
  expect(card === null ? null : within(card).getByText('since')).toBeTruthy();
});
