import type { ImportPlan } from '@guanxi/metadata';
import type { Caller, TestApp } from '../../../testing/test-app.js';
import type { ImportCounts, RejectedRow } from '../import-record.js';
import { Imports } from '../imports.js';
import type { ProblemGroup } from '../problem-groups.js';

export interface ImportState extends Omit<ImportCounts, 'rowsRead'> {
  readonly id: string;
  readonly status: string;
  readonly rowsRead: number;
  readonly expected: Omit<ImportCounts, 'rowsRead'> | null;
  readonly problems: readonly ProblemGroup[];
  readonly rejectedSample: readonly RejectedRow[];
  readonly error: string | null;
}

const counts = 'created updated unchanged duplicates skipped rejected relatedCreated';
const fields = `id status rowsRead ${counts} expected { ${counts} } problems { code column field action rows message values { value rows } } rejectedSample { row column value code message } error`;

/** Brings files in as a page does, and runs what is queued in this process. */
export class ImportTester {
  constructor(
    private readonly test: TestApp,
    private readonly caller: Caller,
  ) {}

  async upload(content: string | Uint8Array, fileName = 'rows.csv'): Promise<string> {
    const boundary = 'x-test-boundary';
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
    const { statusCode, body } = await this.test.app.inject({
      method: 'POST',
      url: '/import/upload',
      headers: { cookie: this.caller.cookie, 'x-guanxi-request': '1', 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload: Buffer.concat([Buffer.from(head), Buffer.from(content as Uint8Array), Buffer.from(`\r\n--${boundary}--\r\n`)]),
    });
    if (statusCode !== 200) throw new Error(`The upload was answered with ${statusCode}: ${body}`);
    return (JSON.parse(body) as { id: string }).id;
  }

  async start(content: string | Uint8Array, plan: ImportPlan, preview = false): Promise<string> {
    const upload = await this.upload(content);
    const { started } = await this.ask<{ started: { id: string } }>('mutation ($upload: ID!, $plan: JSON!, $preview: Boolean!) { started: startImport(upload: $upload, plan: $plan, preview: $preview) { id } }', { upload, plan, preview });
    return started.id;
  }

  async run(content: string | Uint8Array, plan: ImportPlan, preview = false): Promise<ImportState> {
    const id = await this.start(content, plan, preview);
    await this.work();
    return this.read(id);
  }

  async confirm(id: string): Promise<ImportState> {
    await this.ask('mutation ($id: ID!) { confirmImport(id: $id) { id } }', { id });
    await this.work();
    return this.read(id);
  }

  work(): Promise<void> {
    return this.test.app.get(Imports, { strict: false }).runOpen(this.test.org);
  }

  async read(id: string): Promise<ImportState> {
    const { state } = await this.ask<{ state: ImportState | null }>(`query ($id: ID!) { state: import(id: $id) { ${fields} } }`, { id });
    if (!state) throw new Error(`Import ${id} is gone.`);
    return state;
  }

  async rejectedFile(id: string): Promise<Buffer> {
    const { statusCode, rawPayload } = await this.test.app.inject({ method: 'GET', url: `/import/${id}/rejected`, headers: { cookie: this.caller.cookie } });
    if (statusCode !== 200) throw new Error(`There is no file of rejected rows: ${statusCode}.`);
    return rawPayload;
  }

  async ask<Data>(query: string, variables: Readonly<Record<string, unknown>> = {}, path?: string): Promise<Data> {
    const { data, errors } = await this.caller.ask<Data>(query, variables, path);
    if (!data) throw new Error(JSON.stringify(errors));
    return data;
  }

  async count(table: string): Promise<number> {
    const { rows } = await this.test.database.pool.query<{ count: number }>(`select count(*)::integer as count from "${this.test.org.schema}"."${table}"`);
    return rows[0]?.count ?? 0;
  }
}
