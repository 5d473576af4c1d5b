import { takeSession } from '../credential-requests.js';
import type { FactorStepProps } from '../second-step.js';
import { EnrolFactor } from './EnrolFactor.js';
import { ShowFactor } from './ShowFactor.js';

/** What comes after the password: a second factor is shown, or set up first. */
export function FactorStep({ step, onDone, onStartOver }: FactorStepProps) {
  const finish = async () => {
    await takeSession();
    onDone();
  };
  const parts = { ticket: step.ticket, onDone: () => void finish(), onStartOver };
  return step.next === 'enrol' ? <EnrolFactor {...parts} /> : <ShowFactor {...parts} factors={step.factors} />;
}
