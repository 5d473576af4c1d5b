import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { UserRow } from './user-row.js';

@Entity({ schema: 'guanxi', name: 'session' })
export class SessionRow {
  /** SHA-256 of the token, in hexadecimal: who reads the table cannot sign in with it. */
  @PrimaryColumn('text', { name: 'token_hash' })
  tokenHash!: string;

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
}
