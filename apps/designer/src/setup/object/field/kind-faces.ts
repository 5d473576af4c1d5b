import type { FieldTypeName } from '@guanxi/field-types';
import { widgets } from '@guanxi/field-types/widgets';
import {
  Banknote, Binary, Calendar, Clock, Fingerprint, Globe, Hash, Link2, List, ListOrdered, Mail, Percent, Phone, SquareCheck, TextAlignStart, Type, User, type LucideIcon,
} from 'lucide-react';
import { CurrencyEditor } from './editors/CurrencyEditor.js';
import { InverseEditor } from './editors/InverseEditor.js';
import { PicklistEditor } from './editors/PicklistEditor.js';
import { TargetEditor } from './editors/TargetEditor.js';
import type { SettingEditor } from './editors/setting-editor.js';

/** What a person wants to keep, by which the kinds are offered. */
export const intents = ['words', 'numbers', 'time', 'choices', 'links', 'contact'] as const;
export type Intent = (typeof intents)[number];
export type OfferedKind = Exclude<FieldTypeName, 'recordId'>;

export interface KindFace {
  readonly intent: Intent;
  /** Editors of settings that need more than a plain input; `null` for what another editor already writes. */
  readonly editors?: Readonly<Record<string, SettingEditor | null>>;
}

/** How Setup offers each kind. A kind that is missing here does not compile. */
export const kindFaces: Readonly<Record<OfferedKind, KindFace>> = {
  text: { intent: 'words' },
  longText: { intent: 'words' },
  autoNumber: { intent: 'words' },
  integer: { intent: 'numbers' },
  decimal: { intent: 'numbers' },
  currency: { intent: 'numbers', editors: { currency: CurrencyEditor } },
  percent: { intent: 'numbers' },
  date: { intent: 'time' },
  dateTime: { intent: 'time' },
  boolean: { intent: 'choices' },
  picklist: { intent: 'choices', editors: { values: PicklistEditor, enum: null } },
  lookup: { intent: 'links', editors: { target: TargetEditor, inverse: InverseEditor } },
  user: { intent: 'links', editors: { inverse: InverseEditor } },
  email: { intent: 'contact' },
  phone: { intent: 'contact' },
  url: { intent: 'contact' },
};

export const offeredKinds = Object.keys(kindFaces) as readonly OfferedKind[];

const icons: Readonly<Record<string, LucideIcon>> = {
  type: Type, 'align-left': TextAlignStart, hash: Hash, binary: Binary, banknote: Banknote, percent: Percent, 'square-check': SquareCheck, calendar: Calendar, clock: Clock,
  list: List, 'link-2': Link2, user: User, mail: Mail, phone: Phone, globe: Globe, 'list-ordered': ListOrdered, fingerprint: Fingerprint,
};

/** The icon that the kind's own widget names. */
export function kindIcon(kind: FieldTypeName): LucideIcon {
  return icons[widgets[kind].icon] ?? Type;
}

export function kindFace(kind: FieldTypeName): KindFace {
  return kind === 'recordId' ? { intent: 'words' } : kindFaces[kind];
}
