import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { orgTable } from '@guanxi/query';
import { sql } from 'kysely';
import type { Actor } from '../access/actor.js';
import { Clock } from '../config/clock.js';
import { OrgDatabase } from '../database/org-database.js';
import { ValueCipher } from '../encryption/value-cipher.js';
import { zipArchive, type ArchiveFile } from '../exchange/exports/zip-archive.js';
import { ApiFailure } from '../metadata-api/api-failure.js';
import { Models } from '../metadata/models.js';
import type { Org } from '../orgs/org.js';
import { readPersonContent } from './person-content.js';
import { fileName, writePersonPage } from './person-page.js';
import { findIdentifiers, findPersonRecords } from './person-records.js';
import { identifyingFields } from './personal-fields.js';
import { PrivacyRequests } from './privacy-requests.js';
import { privacyFaults } from './privacy-wording.js';

export interface PersonArchive {
  readonly fileName: string;
  readonly pieces: AsyncIterable<Uint8Array>;
}

/** The copy that a person gets of what is kept about them: a page to read, the same as JSON, and their files. */
@Injectable()
export class PersonArchives {
  constructor(
    private readonly requests: PrivacyRequests,
    private readonly database: OrgDatabase,
    private readonly models: Models,
    private readonly clock: Clock,
    private readonly cipher: ValueCipher,
  ) {}

  /** Written down in the trail before the first byte; the sum over all of it stands in the request afterwards. */
  async make(actor: Actor, id: string, locale: string): Promise<PersonArchive> {
    const { org } = actor;
    const request = await this.requests.one(actor, id);
    const { model } = await this.models.current(org);
    const object = model.objectByName.get(request.object ?? '');
    if (!object || identifyingFields(object).length === 0) throw new ApiFailure('NOT_FOUND', privacyFaults.noPerson);
    const place = { session: this.database.session(org), schema: org.schema, model };
    const records = await findPersonRecords(place, object, request.recordId);
    const identifiers = await findIdentifiers(place, records, identifyingFields(object));
    const content = await readPersonContent({ ...place, records, identifiers, locale, cipher: this.cipher });
    await this.requests.note(actor, 'personExported', request);
    const takenAt = this.clock.now(org);
    const page = writePersonPage(content, { org: org.name, name: request.name, takenAt, timeZone: actor.timeZone, locale });
    const { files, ...values } = content;
    const json = JSON.stringify({ takenAt: takenAt.toISOString(), request: { id: request.id, receivedOn: request.receivedOn }, ...values, files: files.map((file, index) => ({ name: file.name, size: file.size, path: fileName(file.name, index) })) }, null, 2);
    const database = this.database;
    const entries = async function* (): AsyncGenerator<ArchiveFile> {
      yield { name: 'index.html', content: once(page) };
      yield { name: 'person.json', content: once(json) };
      for (const [index, file] of files.entries()) yield { name: fileName(file.name, index), content: piecesOf(database, org, file.id) };
    };
    const hash = createHash('sha256');
    const { requests } = this;
    const pieces = async function* (): AsyncGenerator<Uint8Array> {
      for await (const piece of zipArchive(entries())) {
        hash.update(piece);
        yield piece;
      }
      await requests.noteExport(actor, request, hash.digest('hex'));
    };
    return { fileName: `person-${request.id.slice(-8)}.zip`, pieces: pieces() };
  }
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from(text, 'utf8'));
}

async function* piecesOf(database: OrgDatabase, org: Org, file: string): AsyncGenerator<Uint8Array> {
  for (let position = 0; ; position += 1) {
    const [piece] = await database.session(org).run<{ bytes: Buffer }>(sql`select bytes from ${orgTable(org.schema, 'fileContent')} where file_id = ${file}::uuid and position = ${position}`);
    if (!piece) return;
    yield piece.bytes;
  }
}
