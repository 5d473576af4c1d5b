import { storedObject, type DocumentToMake, type MadeDocument } from '@guanxi/workflow';
import { isLocale } from '../../config/international.js';
import { attachFile } from '../../files/attach-file.js';
import { keepBytes } from '../../files/keep-bytes.js';
import { makeLetter } from '../../letters/make-letter.js';
import { readLetter } from '../../letters/read-letter.js';
import type { StepTransaction } from '../transaction-ports.js';

/** The documents of a step, attached to their records in the step's transaction: the file is there exactly if the note is. */
export async function makeStepDocuments(documents: readonly DocumentToMake[], { tx, place, actor, now }: StepTransaction): Promise<ReadonlyMap<string, MadeDocument>> {
  const { org } = tx;
  const made = new Map<string, MadeDocument>();
  for (const { runId, object: name, recordId, document, language: asked } of documents) {
    const template = place.named.documentTemplates.find((one) => one.name === document);
    const object = place.named.objectByName.get(name);
    const letter = template && readLetter(template, place.named);
    if (!object || !letter) throw new RangeError(`There is no document template ${document} in the workflow's revision.`);
    const language = isLocale(asked) ? asked : org.locale;
    const file = await makeLetter(letter, recordId, { session: tx, org, place, now, language });
    if (!file) continue;
    const kept = await keepBytes(tx, { bytes: file.bytes, name: file.name, contentType: 'application/pdf', userId: actor.userId, at: now });
    const attached = await attachFile(tx, actor, { file: kept, place: { objectId: storedObject(place, object).id, recordId }, at: now });
    made.set(runId, { ...attached, language });
  }
  return made;
}
