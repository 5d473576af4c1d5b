import { Injectable } from '@nestjs/common';
import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import { OrgDatabase } from '../database/org-database.js';
import { ExportFiles } from '../exchange/exports/export-files.js';
import { Uploads } from '../exchange/imports/uploads.js';
import type { Org } from '../orgs/org.js';

/** Ids of files on the disk. */
export interface EndedFiles {
  readonly exports: readonly string[];
  readonly uploads: readonly string[];
  readonly imports: readonly string[];
}

/** What lies on the disk of ended imports and exports: nobody can say of whom it tells. */
@Injectable()
export class KeptFiles {
  constructor(
    private readonly database: OrgDatabase,
    private readonly exportFiles: ExportFiles,
    private readonly uploads: Uploads,
  ) {}

  /** Looked for before an erasure, whose statements forget where they lie. */
  async of(org: Org): Promise<EndedFiles> {
    const { schema } = org;
    const rows = await this.database.session(org).run<{ kind: string; id: string; upload: string | null }>(sql`
      select 'export' as kind, id, null::uuid as upload from ${orgTable(schema, 'export')} where status not in ('queued', 'running')
      union all select 'import', id, upload_id from ${orgTable(schema, 'import')} where status not in ('queued', 'reading', 'checking', 'writing', 'ready')`);
    return {
      exports: rows.filter(({ kind }) => kind === 'export').map(({ id }) => id),
      uploads: rows.flatMap(({ upload }) => upload ?? []),
      imports: rows.filter(({ kind }) => kind === 'import').map(({ id }) => id),
    };
  }

  /** After the commit. */
  async remove({ exports, uploads, imports }: EndedFiles): Promise<void> {
    await Promise.all([...exports.map((id) => this.exportFiles.remove(id)), ...uploads.map((id) => this.uploads.remove(id)), ...imports.map((id) => this.uploads.removeRejected(id))]);
  }
}
