import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'guanxi', name: 'org' })
export class OrgRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  schema!: string;

  @Column('text', { name: 'time_zone' })
  timeZone!: string;

  @Column('text')
  currency!: string;

  @Column('text')
  locale!: string;

  @Column('text', { nullable: true })
  country!: string | null;

  @Column('timestamptz', { nullable: true })
  clock!: Date | null;

  @Column('integer', { name: 'published_revision' })
  publishedRevision!: number;

  /** The org that this one is a sandbox of. */
  @Column('uuid', { name: 'sandbox_of', nullable: true })
  sandboxOf!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
