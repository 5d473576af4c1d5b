import { say, type Wording } from '@guanxi/field-types';
import { Injectable } from '@nestjs/common';
import { PageAddress } from '../identity/page-address.js';
import type { Mail } from '../mail/mail.js';
import { addToFrame } from '../mail/render/frame-html.js';
import { styleOf } from '../mail/render/look.js';
import { escapeHtml } from '../mail/render/write-html.js';
import { Models } from '../metadata/models.js';
import type { Org } from '../orgs/org.js';
import { notificationMail } from './notification-wording.js';

/**
 * Mails that tell of something lead there. The link is put in when a mail is handed over, since an object may have another
 * name by then; it opens nothing by itself, since the page asks who somebody is and what they may read.
 */
@Injectable()
export class NotificationLinks {
  constructor(
    private readonly models: Models,
    private readonly page: PageAddress,
  ) {}

  async add(org: Org, mail: Mail): Promise<Mail> {
    if (mail.kind !== 'notification') return mail;
    const { model } = await this.models.current(org);
    const object = model.objectById.get(mail.object ?? '');
    const { place, word } = object === undefined ? toList : placeOf(object.name, mail);
    const address = `${this.page.forStrangers()}/app/${place}`;
    const said = say(word, mail.language);
    const link = `<p${styleOf('p')}><a${styleOf('button')} href="${escapeHtml(address)}">${escapeHtml(said)}</a></p>`;
    return { ...mail, text: `${mail.text.trimEnd()}\n\n${said}: ${address}\n`, html: addToFrame(mail.html, link) };
  }
}

interface Destination { readonly place: string; readonly word: Wording }

const toList: Destination = { place: 'notifications', word: notificationMail.openList };

function placeOf(object: string, { recordId, commentId, viewId }: Mail): Destination {
  const name = encodeURIComponent(object);
  if (viewId !== null) return { place: `${name}?view=${viewId}`, word: notificationMail.openView };
  if (recordId === null) return toList;
  if (commentId !== null) return { place: `${name}/${recordId}?comment=${commentId}`, word: notificationMail.openComment };
  return { place: `${name}/${recordId}`, word: notificationMail.openRecord };
}
