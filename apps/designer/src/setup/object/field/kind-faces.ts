import type { FieldTypeName } from '@guanxi/field-types';
import { CurrencyEditor } from './editors/CurrencyEditor.js';
import { CodeFieldEditor, DayFieldEditor } from './editors/FieldNameEditor.js';
import type { SettingEditor } from './editors/setting-editor.js';
import { FormulaForm } from './kinds/FormulaForm.js';
import type { KindForm } from './kinds/kind-form.js';
import { PicklistForm } from './kinds/PicklistForm.js';
import { RelationForm } from './kinds/RelationForm.js';
import { RollUpForm } from './kinds/RollUpForm.js';

/** What a person wants to keep, by which the kinds are offered. */
export const intents = ['words', 'numbers', 'time', 'choices', 'links', 'computed', 'contact', 'files'] as const;
export type Intent = (typeof intents)[number];
export type OfferedKind = Exclude<FieldTypeName, 'recordId'>;

export interface KindFace {
  readonly intent: Intent;
  /** Draws all settings at once; without it each setting is drawn by what its schema says. */
  readonly Form?: KindForm;
  /** Editors of settings that need more than a plain input; `null` for what another editor already writes. */
  readonly editors?: Readonly<Record<string, SettingEditor | null>>;
}

/** How Setup offers each kind. A kind that is missing here does not compile. */
export const kindFaces: Readonly<Record<OfferedKind, KindFace>> = {
  text: { intent: 'words' },
  longText: { intent: 'words' },
  richText: { intent: 'words' },
  autoNumber: { intent: 'words' },
  encryptedText: { intent: 'words' },
  json: { intent: 'words' },
  integer: { intent: 'numbers' },
  decimal: { intent: 'numbers' },
  currency: { intent: 'numbers', editors: { currency: CurrencyEditor, codeFrom: CodeFieldEditor, rateOn: DayFieldEditor } },
  percent: { intent: 'numbers' },
  date: { intent: 'time' },
  dateTime: { intent: 'time' },
  time: { intent: 'time' },
  duration: { intent: 'time' },
  boolean: { intent: 'choices' },
  picklist: { intent: 'choices', Form: PicklistForm },
  multiPicklist: { intent: 'choices', Form: PicklistForm },
  lookup: { intent: 'links', Form: RelationForm },
  masterDetail: { intent: 'links', Form: RelationForm },
  polymorphicLookup: { intent: 'links', Form: RelationForm },
  junction: { intent: 'links', Form: RelationForm },
  user: { intent: 'links', Form: RelationForm },
  formula: { intent: 'computed', Form: FormulaForm },
  rollUp: { intent: 'computed', Form: RollUpForm },
  email: { intent: 'contact' },
  phone: { intent: 'contact' },
  url: { intent: 'contact' },
  address: { intent: 'contact' },
  personName: { intent: 'contact' },
  geolocation: { intent: 'contact' },
  file: { intent: 'files' },
  image: { intent: 'files' },
};

export const offeredKinds = Object.keys(kindFaces) as readonly OfferedKind[];

export function kindFace(kind: FieldTypeName): KindFace {
  return kind === 'recordId' ? { intent: 'words' } : kindFaces[kind];
}
