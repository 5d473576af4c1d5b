import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'guanxi', name: 'challenge' })
export class ChallengeRow {
  /** Base64url, as the authenticator signs it. */
  @PrimaryColumn('text')
  challenge!: string;

  /** Whom it was made for; null where a passkey is to say who it is. */
  @Column('uuid', { name: 'user_id', nullable: true })
  userId!: string | null;

  @Column('text')
  purpose!: 'add' | 'use';

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;
}
