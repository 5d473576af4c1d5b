import { useState } from 'react';
import type { Choices, MergeReview, MergeSide } from './merge-types.js';

/** What the admin has decided about a review: sides of conflicts, and losses agreed to. */
export function useMergeChoices() {
  const [choices, setChoices] = useState<Choices>({});
  const [consents, setConsents] = useState<ReadonlySet<string>>(new Set());
  return {
    choices, consents,
    choose: (path: string, side: MergeSide) => setChoices((before) => ({ ...before, [path]: side })),
    consent: (id: string, isAgreed: boolean) => setConsents((before) => new Set(isAgreed ? [...before, id] : [...before].filter((one) => one !== id))),
    /** Nothing stands in the way: no record that does not fit, no loss that nobody has agreed to. */
    isReady: ({ plan }: MergeReview) =>
      plan !== null && plan.problems.length === 0 && plan.changes.every(({ id, risk, blocking }) => !blocking && (risk !== 'DESTROYING' || consents.has(id))),
  };
}
