import type { CommentNote, CommentToWrite } from '@guanxi/workflow';
import { storedObject } from '@guanxi/workflow';
import { LONGEST_COMMENT } from '../../activity/comments.js';
import { keepReaders, writeComment } from '../../activity/write-comment.js';
import { makeMessages } from '../../mail/message-maker.js';
import type { StepTransaction } from '../transaction-ports.js';

/** The comments of a step, in the step's transaction, in the name of the platform. */
export async function writeStepComments(comments: readonly CommentToWrite[], step: StepTransaction): Promise<readonly CommentNote[]> {
  const { tx, place, actor, actors, now } = step;
  const texts = await sayComments(comments, step);
  const notes: CommentNote[] = [];
  for (const [index, { runId, object: name, recordId, mentions: wanted }] of comments.entries()) {
    const text = (texts[index] ?? '').trim();
    const named = place.named.objectByName.get(name);
    if (text === '' || !named) continue;
    const record = { id: recordId, object: storedObject(place, named) };
    const commenting = { tx, model: place.stored, actors, at: now };
    const mentions = await keepReaders(commenting, record, wanted);
    const said = text.length > LONGEST_COMMENT ? `${text.slice(0, LONGEST_COMMENT - 1)}…` : text;
    await writeComment(commenting, actor, record, { text: said, mentions });
    notes.push({ runId, text: said, mentioned: mentions, leftOut: wanted.filter((id) => !mentions.includes(id)) });
  }
  return notes;
}

/** A comment is read by everybody: a template speaks the org's language in it. */
async function sayComments(comments: readonly CommentToWrite[], { tx, place, now }: StepTransaction): Promise<readonly string[]> {
  const { org } = tx;
  const recipient = { name: '', address: '', language: org.locale, timeZone: org.timeZone };
  const said = new Map<string, string>();
  for (const name of new Set(comments.flatMap(({ text }) => (typeof text === 'string' ? [] : [text.template])))) {
    const template = place.named.messageTemplates.find((one) => one.name === name);
    if (!template) throw new RangeError(`There is no message template ${name} in the workflow's revision.`);
    const targets = comments.flatMap(({ text, recordId }, index) => (typeof text !== 'string' && text.template === name ? [{ key: String(index), recordId, recipient }] : []));
    for (const [key, message] of await makeMessages(template, targets, { org, session: tx, place, now })) said.set(key, message.text);
  }
  return comments.map(({ text }, index) => (typeof text === 'string' ? text : (said.get(String(index)) ?? '')));
}
