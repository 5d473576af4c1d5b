import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody has tried to sign in as a person whom there is. */
@Entity({ schema: 'guanxi', name: 'sign_in' })
export class SignInRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'user_id' })
  userId!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('text')
  outcome!: SignInOutcome;

  /** password, passkey or oidc. */
  @Column('text')
  method!: string;

  /** Kind of the second factor that was used. */
  @Column('text', { nullable: true })
  factor!: string | null;

  @Column('text', { nullable: true })
  address!: string | null;

  @Column('text', { name: 'user_agent', nullable: true })
  userAgent!: string | null;
}

/** refused: the right password of somebody who may not come in. */
export type SignInOutcome = 'signedIn' | 'wrongPassword' | 'wrongFactor' | 'refused';
