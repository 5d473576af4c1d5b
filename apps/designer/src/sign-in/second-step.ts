/** What has to be shown after the password before there is a session: a second factor, or a new one that is set up first. */
export interface SecondStep {
  readonly next: 'factor' | 'enrol';
  readonly ticket: string;
  /** `totp`, `passkey`, `recovery`. */
  readonly factors: readonly string[];
}

export interface FactorStepProps {
  readonly step: SecondStep;
  /** There is a session now. */
  readonly onDone: () => void;
  /** The ticket's time is over, or somebody else wants to sign in. */
  readonly onStartOver: () => void;
}
