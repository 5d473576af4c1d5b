import type { RetentionRuleDocument } from '../document/documents.js';
import type { Mentions } from './mentions.js';
import { things } from './things.js';

/** The object of a rule, the dates that it looks at and the fields that its condition reads. */
export function mentionInRetentionRule({ object: name, since, activity = [], when }: RetentionRuleDocument, mentions: Mentions): void {
  mentions.add(things.object(name), ['object'], 'retention');
  const object = mentions.model.objectByName.get(name);
  mentions.field(object, since, ['since'], 'retention');
  activity.forEach(({ relation, field }, index) => {
    const other = mentions.relation(object, relation, ['activity', index, 'relation'], 'retention');
    mentions.field(other, field, ['activity', index, 'field'], 'retention');
  });
  mentions.text(when, name, ['when'], 'retention');
}
