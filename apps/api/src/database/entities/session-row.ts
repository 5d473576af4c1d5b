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

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;
}
