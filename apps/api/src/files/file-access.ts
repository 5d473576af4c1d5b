import { Injectable } from '@nestjs/common';
import { bindStatement, compileFind } from '@guanxi/query';
import type { Actor } from '../access/actor.js';
import { OrgDatabase } from '../database/org-database.js';
import { Models } from '../metadata/models.js';
import { AttachmentAccess } from './attachment-access.js';
import { fileFields } from './file-fields.js';
import type { StoredFile } from './file-store.js';

/**
 * Who may have the content of a file: everybody who may read a field of a record that points to it, or that may see it
 * where it is attached; who uploaded it, as long as it is attached nowhere.
 */
@Injectable()
export class FileAccess {
  constructor(
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly attachments: AttachmentAccess,
  ) {}

  async mayRead(actor: Actor, { id, createdBy }: StoredFile): Promise<boolean> {
    const { org, userId, access, timeZone } = actor;
    const attached = await this.attachments.holding(actor, id);
    if (attached.length === 0 ? createdBy === userId : (await this.attachments.find(actor, attached, 'kept')).length > 0) return true;
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
