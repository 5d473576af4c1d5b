import { Injectable } from '@nestjs/common';
import type { WorkflowDocument } from '@guanxi/metadata';
import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { RecordedChange } from '../database/entities/revision-row.js';
import { OrgDatabase } from '../database/org-database.js';
import { Models } from '../metadata/models.js';
import type { Org } from '../orgs/org.js';

/** A published workflow as it was from one revision on. */
export interface WorkflowVersion {
  /** Of the revision that brought it. */
  readonly number: number;
  readonly at: Date;
  readonly createdBy: string | null;
  /** By whoever published it. */
  readonly note: string | null;
  readonly document: WorkflowDocument;
  /** What else that revision changed is told by its sentences. */
  readonly changes: readonly string[];
  readonly inForce: boolean;
  /** Runs that began with it and are not at their end. */
  readonly openRuns: number;
}

interface RevisionOfWorkflow {
  readonly number: number;
  readonly created_at: Date;
  readonly created_by: string | null;
  readonly note: string | null;
  readonly changes: readonly RecordedChange[];
  readonly document: WorkflowDocument;
}

/** What a workflow was like before: every published revision in which its document is another one. */
@Injectable()
export class WorkflowVersions {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
  ) {}

  /** Newest first; none while it was never published. */
  async list(org: Org, name: string): Promise<readonly WorkflowVersion[]> {
    const { model } = await this.models.current(org);
    const published = model.workflows.find((workflow) => workflow.name === name);
    if (!published) return [];
    const [revisions, open] = await Promise.all([this.revisions(org, published.guanxi.id), this.openRuns(org, published.guanxi.id)]);
    const versions = revisions.filter(({ document }, index) => JSON.stringify(document) !== JSON.stringify(revisions[index - 1]?.document));
    return versions.map(({ number, created_at, created_by, note, changes, document }, index): WorkflowVersion => {
      const next = versions[index + 1]?.number ?? Number.POSITIVE_INFINITY;
      return {
        number, at: created_at, createdBy: created_by, note, document,
        changes: changes.map(({ sentence }) => sentence),
        inForce: next === Number.POSITIVE_INFINITY,
        openRuns: open.filter(({ revision }) => revision >= number && revision < next).reduce((sum, { count }) => sum + count, 0),
      };
    }).reverse();
  }

  /** Those revisions that hold the document, which a revision that changed nothing of it does only where it stands for itself. */
  private revisions(org: Org, id: string): Promise<readonly RevisionOfWorkflow[]> {
    return this.database.session(org).run<RevisionOfWorkflow>(sql`
      select revision.number, revision.created_at, revision.created_by, revision.note, revision.changes, held.document
      from guanxi.revision
      cross join lateral (
        select document from json_array_elements(revision.documents) as listed(document)
        where document ->> 'kind' = 'workflow' and document -> 'guanxi' ->> 'id' = ${id} limit 1
      ) as held
      where revision.org_id = ${org.id} order by revision.number`);
  }

  private openRuns(org: Org, id: string): Promise<readonly { readonly revision: number; readonly count: number }[]> {
    return this.database.session(org).run<{ revision: number; count: number }>(sql`
      select revision, count(*)::int as count from ${orgTable(org.schema, 'run')}
      where workflow_id = ${id} and finished_at is null and status <> 'failed' group by revision`);
  }
}
