import { findConsentLedger, type MessageTemplateDocument } from '@guanxi/metadata';
import type { EmailNote, EmailToSend, Notice, OrgPlace } from '@guanxi/workflow';
import { isMailAddress } from '../config/mailbox.js';
import type { OrgTransaction, SqlSession } from '../database/sql-session.js';
import { agreementKey, findAgreed, noConsent, type ConsentPlace, type ConsentQuestion } from '../consent/agreed.js';
import { makeMessages } from './message-maker.js';
import type { NewMail } from './mail.js';
import { findRecipients, type Recipient } from './recipients.js';
import { renderPlain, type RenderedMessage } from './render/render-message.js';
import { writeMails } from './write-mails.js';

export interface MailingStep {
  readonly tx: OrgTransaction;
  readonly place: OrgPlace;
  readonly now: Date;
  readonly stepId: string;
}

interface Letter {
  readonly key: string;
  readonly mail: EmailToSend;
  readonly recipient: Recipient;
}

/** The mails of a step, written into the outbox in the step's transaction; each run and step writes to an address once. */
export async function writeStepMails(mails: readonly EmailToSend[], step: MailingStep): Promise<readonly EmailNote[]> {
  const recipients = await findRecipients(step.tx, step.tx.org, mails.flatMap(({ to }) => to));
  const all = mails.flatMap((mail) => {
    const known = new Map(mail.to.flatMap((one) => recipients.get(one) ?? []).map((recipient) => [recipient.address.toLowerCase(), recipient]));
    return [...known].map(([address, recipient]): Letter => ({ key: `run:${mail.runId}:${step.stepId}:${address}`, mail, recipient }));
  });
  const isRefused = await askConsent(all, step);
  const letters = all.filter((letter) => !isRefused(letter));
  const made = await makeAll(letters, step);
  const written = letters.flatMap((letter): readonly NewMail[] => {
    const message = made.get(letter.key);
    return message ? [newMail(letter, message, step)] : [];
  });
  await writeMails(step.tx, written);
  const reached = new Set(written.map(({ key }) => key));
  return mails.map(({ runId, to }) => ({
    runId,
    written: letters.filter(({ key, mail }) => mail.runId === runId && reached.has(key)).map(({ recipient }) => recipient.address),
    leftOut: [
      ...to.filter((one) => !recipients.has(one)).map((one) => ({ to: one, reason: 'This is neither an active person nor an e-mail address.' })),
      ...all.filter((letter) => letter.mail.runId === runId && isRefused(letter)).map(({ mail, recipient }) => ({ to: recipient.address, reason: noConsent(purposeOf(mail, step.place) ?? '') })),
    ],
  }));
}

/** Why an address would be left out as things stand now, for want of consent; nothing is written. Colleagues, named by their id, are not looked at. */
export async function findWithoutConsent(mails: readonly EmailToSend[], session: SqlSession, place: OrgPlace): Promise<(mail: EmailToSend, to: string) => string | undefined> {
  const questions = mails.flatMap((mail) => questionsOf(purposeOf(mail, place), mail.to.filter(isMailAddress)));
  const agreed = await findAgreed(session, consentPlace(place), 'email', questions);
  return (mail, to) => {
    const purpose = purposeOf(mail, place);
    return purpose === undefined || !isMailAddress(to) || agreed.has(agreementKey({ purpose, address: to })) ? undefined : noConsent(purpose);
  };
}

async function askConsent(letters: readonly Letter[], { tx, place }: MailingStep): Promise<(letter: Letter) => boolean> {
  const questions = letters.flatMap(({ mail, recipient }) => questionsOf(purposeOf(mail, place), [recipient.address]));
  const agreed = await findAgreed(tx, consentPlace(place), 'email', questions);
  return ({ mail, recipient: { address } }) => {
    const purpose = purposeOf(mail, place);
    return purpose !== undefined && !agreed.has(agreementKey({ purpose, address }));
  };
}

function consentPlace({ schema, stored, now }: OrgPlace): ConsentPlace {
  return { schema, ledger: findConsentLedger(stored), now };
}

function questionsOf(purpose: string | undefined, addresses: readonly string[]): readonly ConsentQuestion[] {
  return purpose === undefined ? [] : addresses.map((address) => ({ address, purpose }));
}

function purposeOf(mail: EmailToSend, place: OrgPlace): string | undefined {
  return mail.purpose ?? ('template' in mail.message ? findTemplate(mail.message.template, place).purpose : undefined);
}

/** What notices say, by template where they name one: words without marks, in the language of whoever gets them. */
export async function sayNotices(notices: readonly Notice[], step: MailingStep): Promise<readonly string[]> {
  const recipients = await findRecipients(step.tx, step.tx.org, notices.flatMap(({ text, userId }) => (typeof text === 'string' ? [] : [userId])));
  const said = new Map<string, string>();
  for (const [name, indexes] of groupBy(notices, ({ text }) => (typeof text === 'string' ? undefined : text.template))) {
    const template = findTemplate(name, step.place);
    const targets = indexes.flatMap((index) => {
      const notice = notices[index];
      const recipient = notice && recipients.get(notice.userId);
      return notice && recipient ? [{ key: String(index), recordId: notice.recordId, recipient }] : [];
    });
    for (const [key, message] of await makeMessages(template, targets, { ...step, org: step.tx.org, session: step.tx })) said.set(key, message.text);
  }
  return notices.map(({ text }, index) => (typeof text === 'string' ? text : (said.get(String(index)) ?? '')));
}

async function makeAll(letters: readonly Letter[], step: MailingStep): Promise<ReadonlyMap<string, RenderedMessage>> {
  const made = new Map<string, RenderedMessage>();
  const { org } = step.tx;
  for (const { key, mail, recipient } of letters) {
    if ('subject' in mail.message) made.set(key, renderPlain(mail.message.subject, mail.message.body, { language: recipient.language, orgName: org.name }));
  }
  for (const [name, indexes] of groupBy(letters, ({ mail }) => ('template' in mail.message ? mail.message.template : undefined))) {
    const targets = indexes.flatMap((index) => letters[index] ?? []).map(({ key, mail, recipient }) => ({ key, recordId: mail.recordId, recipient }));
    for (const [key, message] of await makeMessages(findTemplate(name, step.place), targets, { ...step, org, session: step.tx })) made.set(key, message);
  }
  return made;
}

function newMail({ key, mail, recipient }: Letter, message: RenderedMessage, { place, now }: MailingStep): NewMail {
  const template = 'template' in mail.message ? findTemplate(mail.message.template, place).guanxi.id : undefined;
  const object = place.named.objectByName.get(mail.object)?.id;
  const purpose = purposeOf(mail, place);
  return {
    key, kind: 'workflow', message, language: recipient.language, recordId: mail.recordId, runId: mail.runId, at: now,
    to: { address: recipient.address, ...(recipient.name !== '' && { name: recipient.name }), ...(recipient.userId !== undefined && { userId: recipient.userId }) },
    ...(template !== undefined && { template }), ...(purpose !== undefined && { purpose }), ...(object !== undefined && { object }),
  };
}

/** A run keeps its revision, and with it the words of that time. */
function findTemplate(name: string, { named }: OrgPlace): MessageTemplateDocument {
  const template = named.messageTemplates.find((one) => one.name === name);
  if (!template) throw new RangeError(`There is no message template ${name} in the workflow's revision.`);
  return template;
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string | undefined): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  items.forEach((item, index) => {
    const key = keyOf(item);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), index]);
  });
  return groups;
}
