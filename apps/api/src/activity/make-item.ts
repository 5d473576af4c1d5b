import { translate } from '@guanxi/field-types';
import type { Model } from '@guanxi/metadata';
import type { Actor } from '../access/actor.js';
import type { ReactionRow } from './comment-rows.js';
import type { TimelineChange } from './describe-changes.js';
import type { Person } from './read-people.js';
import type { TimelineItem, TimelineReaction } from './timeline-item.js';
import type { AboutItem, ItemRow } from './timeline-row.js';

/** What rows of a timeline speak of, read once for all of them. */
export interface ItemFacts {
  readonly actor: Actor;
  readonly model: Model;
  readonly people: ReadonlyMap<string, Person>;
  readonly parties: ReadonlyMap<string, { readonly name: string }>;
  readonly reactions: readonly ReactionRow[];
  /** Of tasks that the person may read. */
  readonly names: ReadonlyMap<string, string>;
}

interface ItemParts {
  readonly changes: readonly TimelineChange[] | null;
  readonly replies: readonly ItemRow[];
}

/** One thing as a person sees it; undefined where it is about a record that they may not read. */
export function makeItem(row: ItemRow, facts: ItemFacts, { changes, replies }: ItemParts): TimelineItem | undefined {
  const { actor, people, names } = facts;
  const about = row.about ?? {};
  const isComment = row.kind === 'comment' && about.isDeleted !== true;
  const isTask = row.kind === 'task';
  if (isTask && !names.has(about.id ?? '')) return undefined;
  return {
    id: row.id,
    kind: row.kind,
    at: row.at,
    by: (row.actor_id !== null && about.isDeleted !== true && people.get(row.actor_id)) || null,
    source: row.source,
    text: row.text,
    mentions: row.kind === 'comment' ? row.mentions.flatMap((id) => people.get(id) ?? []) : [],
    changes,
    parentId: about.parentId ?? null,
    mayDelete: isComment && (actor.access.admin || row.actor_id === actor.userId),
    mayEdit: isComment && row.actor_id === actor.userId,
    editedAt: moment(about.editedAt),
    isDeleted: about.isDeleted ?? false,
    pinnedAt: isComment ? moment(about.pinnedAt) : null,
    pinnedBy: (isComment && people.get(about.pinnedBy ?? '')) || null,
    reactions: isComment ? gather(row.id, facts) : [],
    replies: replies.flatMap((reply) => makeItem(reply, facts, { changes: null, replies: [] }) ?? []),
    attachments: isComment ? (about.attachments ?? []) : [],
    file: row.kind.startsWith('file') ? { id: about.id ?? '', name: about.name ?? '', version: about.version ?? 1, before: about.before ?? null } : null,
    share: row.kind.startsWith('share') ? shareOf(about, facts) : null,
    approval: row.kind.startsWith('approval') ? approvalOf(row, about, facts) : null,
    mail: row.kind === 'mail' ? { title: titleIn(facts.model.messageTemplates, about.document, actor.locale), status: about.status ?? 'waiting', to: people.get(about.toUser ?? '') ?? null } : null,
    run: row.kind === 'run' ? { id: row.id, title: titleIn(facts.model.workflows, about.document, actor.locale), status: about.status ?? 'waiting' } : null,
    record: isTask ? { object: facts.model.objectById.get(about.document ?? '')?.name ?? '', id: row.id, name: names.get(row.id) ?? '' } : null,
  };
}

/** Who said what of a comment; the first that was said stands first. */
function gather(id: string, { actor, people, reactions }: ItemFacts): readonly TimelineReaction[] {
  const own = reactions.filter(({ comment_id }) => comment_id === id);
  return [...new Set(own.map(({ reaction }) => reaction))].map((reaction) => {
    const given = own.filter((one) => one.reaction === reaction);
    return { reaction, people: given.flatMap(({ user_id }) => people.get(user_id) ?? []), isMine: given.some(({ user_id }) => user_id === actor.userId) };
  });
}

function shareOf({ id = '', name, until }: AboutItem, { parties }: ItemFacts): TimelineItem['share'] {
  return { with: parties.get(id)?.name ?? id, access: name === 'edit' ? 'edit' : 'read', until: moment(until) };
}

function approvalOf({ mentions }: ItemRow, { id = '', name = '', titles, version = 1, before, levelTitles }: AboutItem, { actor, people }: ItemFacts): TimelineItem['approval'] {
  const levelTitle = before === null || before === undefined ? null : translate(before, levelTitles ?? undefined, actor.locale);
  return { id, title: translate(name, titles, actor.locale), level: version, levelTitle, other: people.get(mentions[0] ?? '') ?? null };
}

interface Titled { readonly title: string; readonly titles?: Readonly<Record<string, string>>; readonly guanxi: { readonly id: string } }

function titleIn(documents: readonly Titled[], id: string | null | undefined, locale: string): string | null {
  const found = documents.find(({ guanxi }) => guanxi.id === id);
  return found ? translate(found.title, found.titles, locale) : null;
}

function moment(text: string | null | undefined): Date | null {
  return text === null || text === undefined ? null : new Date(text);
}
