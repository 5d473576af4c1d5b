import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { UserRow } from './user-row.js';

@Entity({ schema: 'guanxi', name: 'session' })
export class SessionRow {
  /** SHA-256 of the token, in hexadecimal: who reads the table cannot sign in with it. */
  @PrimaryColumn('text', { name: 'token_hash' })
  tokenHash!: string;

  /** What the session is called where it is listed; of no use for signing in. */
  @Column('uuid', { default: () => 'gen_random_uuid()' })
  id!: string;

  @Column('uuid', { name: 'user_id' })
  userId!: string;

  @ManyToOne(() => UserRow)
  @JoinColumn({ name: 'user_id' })
  user!: UserRow;

  /** The sandbox that is worked in; null in the person's own org. */
  @Column('uuid', { name: 'org_id', nullable: true })
  orgId!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'last_seen_at', default: () => 'now()' })
  lastSeenAt!: Date;

  @Column('text', { default: 'password' })
  method!: SignInMethod;

  /** Network address that it was started from. */
  @Column('text', { nullable: true })
  address!: string | null;

  @Column('text', { name: 'user_agent', nullable: true })
  userAgent!: string | null;

  /** The rights of its person have changed since: it gets another token at the next occasion. */
  @Column('boolean', { default: false })
  stale!: boolean;

  /** Of the token before, for requests that were under way when it was exchanged. */
  @Column('text', { name: 'previous_hash', nullable: true })
  previousHash!: string | null;

  @Column('timestamptz', { name: 'previous_until', nullable: true })
  previousUntil!: Date | null;
}

export type SignInMethod = 'password' | 'passkey' | 'oidc';
