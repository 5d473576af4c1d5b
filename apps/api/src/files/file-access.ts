import { Injectable } from '@nestjs/common';
import { bindStatement, compileFind } from '@guanxi/query';
import type { Actor } from '../access/actor.js';
import { OrgDatabase } from '../database/org-database.js';
import { Models } from '../metadata/models.js';
import { fileFields } from './file-fields.js';
import type { StoredFile } from './file-store.js';

/** Who may have the content of a file: who uploaded it, and everybody who may read a field of a record that points to it. */
@Injectable()
export class FileAccess {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
  ) {}

  async mayRead({ org, userId, access, timeZone }: Actor, { id, createdBy }: StoredFile): Promise<boolean> {
    if (createdBy === userId) return true;
    const { model } = await this.models.current(org);
    const session = this.database.session(org);
    for (const { object, field } of fileFields(model)) {
      const rights = access.objects.get(object.name);
      if (!rights || rights.read === 'none' || !rights.readableFields.has(field.name)) continue;
      const statement = compileFind({ object: object.name, field: field.name }, { model, access, schema: org.schema });
      const values = bindStatement(statement, { variables: { keys: [id] }, me: userId, now: new Date().toISOString(), timeZone });
      if ((await session.run({ text: statement.text, values })).length > 0) return true;
    }
    return false;
  }
}
