import type { ObjectDescription } from '@guanxi/metadata';
import type { TriggerName, TriggerSettings } from '@guanxi/workflow/designer';
import { ArchiveRestore, CalendarClock, CirclePlus, Clock, Hourglass, ListFilter, MousePointerClick, PencilLine, Radio, ShieldCheck, Trash2, Webhook, type LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import { BeforeSaveSettings } from './BeforeSaveSettings.js';
import { BeforeSettings } from './BeforeSettings.js';
import { ButtonSettings } from './ButtonSettings.js';
import { findAnchors } from './elapsed-anchors.js';
import { ElapsedSettings } from './ElapsedSettings.js';
import { EventSettings } from './EventSettings.js';
import { ScheduleSettings } from './ScheduleSettings.js';
import { SegmentSettings } from './SegmentSettings.js';
import type { TriggerSettingsProps } from './trigger-settings.js';
import { UpdatedSettings } from './UpdatedSettings.js';
import { WebhookSettings } from './WebhookSettings.js';

export type TriggerGroup = 'change' | 'time' | 'asked' | 'save';
export const triggerGroups: readonly TriggerGroup[] = ['change', 'time', 'asked', 'save'];

interface TriggerChoice<Name extends TriggerName> {
  readonly group: TriggerGroup;
  readonly icon: LucideIcon;
  /** What it is set to at first; null where the object has nothing that it could go by. */
  readonly begin: (object: ObjectDescription) => TriggerSettings[Name] | null;
  /** Kinds without settings have none. */
  readonly Settings?: ComponentType<TriggerSettingsProps<Name>>;
}

/** Every kind of trigger, in the order in which its group offers them. */
export const triggerKinds: { readonly [Name in TriggerName]: (objects: readonly ObjectDescription[]) => TriggerChoice<Name> } = {
  created: () => ({ group: 'change', icon: CirclePlus, begin: () => ({}) }),
  updated: () => ({ group: 'change', icon: PencilLine, begin: () => ({}), Settings: UpdatedSettings }),
  deleted: () => ({ group: 'change', icon: Trash2, begin: () => ({}) }),
  restored: () => ({ group: 'change', icon: ArchiveRestore, begin: () => ({}) }),
  segment: () => ({ group: 'change', icon: ListFilter, begin: ({ views }) => (views[0] ? { view: views[0].name, when: 'enters' } : null), Settings: SegmentSettings }),
  elapsed: (objects) => ({
    group: 'time', icon: Clock, Settings: ElapsedSettings,
    begin: ({ name }) => { const [first] = findAnchors(objects, name); return first ? { since: first.anchor, after: 'P30D' } : null; },
  }),
  before: () => ({
    group: 'time', icon: Hourglass, Settings: BeforeSettings,
    begin: ({ fields }) => { const dates = fields.filter(({ value }) => value.type === 'date' || value.type === 'dateTime'); const first = dates.find(({ system }) => !system) ?? dates[0]; return first ? { field: first.name, by: 'P7D' } : null; },
  }),
  schedule: () => ({ group: 'time', icon: CalendarClock, begin: () => ({ cron: '0 9 * * 1-5' }), Settings: ScheduleSettings }),
  button: () => ({ group: 'asked', icon: MousePointerClick, begin: () => ({}), Settings: ButtonSettings }),
  event: () => ({ group: 'asked', icon: Radio, begin: ({ singular }) => ({ name: `${singular}.event` }), Settings: EventSettings }),
  webhook: () => ({
    group: 'asked', icon: Webhook, Settings: WebhookSettings,
    begin: ({ fields }) => ({ inputs: [{ name: 'key', type: 'text', required: true }], find: { field: fields.find(({ unique }) => unique)?.name ?? 'id', input: 'key' } }),
  }),
  beforeSave: () => ({ group: 'save', icon: ShieldCheck, begin: () => ({ on: ['create', 'update'] }), Settings: BeforeSaveSettings }),
};

export const triggerNames = Object.keys(triggerKinds) as readonly TriggerName[];
