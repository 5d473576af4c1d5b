import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'guanxi', name: 'user' })
export class UserRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'org_id' })
  orgId!: string;

  @Column('text')
  name!: string;

  /** In lower case; one person per address in the whole installation, because sign-in asks for nothing else. */
  @Column('text')
  email!: string;

  /** Null for who was invited and has not accepted yet, and for who comes by single sign-on only. */
  @Column('text', { name: 'password_hash', nullable: true, select: false })
  passwordHash!: string | null;

  /** Null once they have signed in. */
  @Column('timestamptz', { name: 'invited_at', nullable: true })
  invitedAt!: Date | null;

  @Column('boolean')
  active!: boolean;

  @Column('text', { nullable: true })
  locale!: string | null;

  @Column('text', { name: 'time_zone', nullable: true })
  timeZone!: string | null;

  @Column('text', { name: 'permission_sets', array: true })
  permissionSets!: string[];

  /** Name of the role's document. */
  @Column('text', { nullable: true })
  role!: string | null;

  /** Names of the teams' documents. */
  @Column('text', { array: true, default: () => "'{}'" })
  teams!: string[];

  @Column('uuid', { name: 'manager_id', nullable: true })
  managerId!: string | null;

  /** A partner sees nothing but what is their own or was shared with them. */
  @Column('text', { default: 'internal' })
  kind!: 'internal' | 'partner';

  @Column('timestamptz', { name: 'last_sign_in_at', nullable: true })
  lastSignInAt!: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
