import type { WorkflowDocument } from '@guanxi/metadata';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { sql } from 'kysely';
import { OrgDatabase } from '../../database/org-database.js';
import { Models } from '../../metadata/models.js';
import type { Org } from '../../orgs/org.js';

/** Who brought the version of a workflow that is in force, with which revision. */
export interface WorkflowAuthor {
  readonly revision: number;
  readonly at: Date;
  readonly by: string | null;
}

interface HeldDocument {
  readonly number: number;
  readonly created_at: Date;
  readonly created_by: string | null;
  readonly document: WorkflowDocument;
}

/** Who last changed each workflow. Read once per published revision. */
@Injectable()
export class WorkflowAuthors {
  private readonly known = new LRUCache<string, ReadonlyMap<string, WorkflowAuthor>>({ max: 500 });

  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
  ) {}

  /** By the ids of the workflows. */
  async of(org: Org): Promise<ReadonlyMap<string, WorkflowAuthor>> {
    const { revision } = await this.models.current(org);
    const key = `${org.id} ${revision}`;
    const known = this.known.get(key) ?? (await this.read(org));
    this.known.set(key, known);
    return known;
  }

  private async read(org: Org): Promise<ReadonlyMap<string, WorkflowAuthor>> {
    const held = await this.database.session(org).run<HeldDocument>(sql`
      select revision.number, revision.created_at, revision.created_by, listed.document
      from guanxi.revision cross join lateral json_array_elements(revision.documents) as listed(document)
      where revision.org_id = ${org.id} and listed.document ->> 'kind' = 'workflow' order by revision.number`);
    const texts = new Map<string, string>();
    const authors = new Map<string, WorkflowAuthor>();
    for (const { number, created_at: at, created_by: by, document } of held) {
      const id = document.guanxi.id;
      const text = JSON.stringify(document);
      // A revision that stands for itself holds every document, also those it did not change.
      if (texts.get(id) !== text) authors.set(id, { revision: number, at, by });
      texts.set(id, text);
    }
    return authors;
  }
}
