import { fieldType } from '@guanxi/field-types';
import type { FormRecord } from '@guanxi/forms';
import type { ObjectDescription, WorkspaceDescription } from '@guanxi/metadata';
import { useMemo, useState, type ComponentType, type ReactNode } from 'react';
import { RecordCreationContext, type RecordCreation } from '../../ui/index.js';
import { recordName } from '../records/record-name.js';
import type { RecordRow } from '../records/record-row.js';
import { useDisplay } from '../records/use-display.js';

interface Wanted {
  readonly object: ObjectDescription;
  readonly given: Partial<FormRecord>;
  readonly settle: (made: { readonly id: string; readonly name: string } | null) => void;
}

interface NestedDialogProps {
  readonly object: ObjectDescription;
  readonly workspace: WorkspaceDescription;
  readonly given: Partial<FormRecord>;
  readonly isNested: true;
  readonly onClose: () => void;
  readonly onCreated: (record: RecordRow) => void;
}

interface CreateInPlaceProps {
  readonly workspace: WorkspaceDescription;
  /** The dialog of a new record; it lets its own lookups make records too. */
  readonly dialog: ComponentType<NestedDialogProps>;
  /** A form must be inside of this, never around it: what is typed in the dialog must not reach it. */
  readonly children: ReactNode;
}

/** Lets the lookups inside make the record that they do not find, in a dialog over the form, which stays as it is. */
export function CreateInPlace({ workspace, dialog: NestedDialog, children }: CreateInPlaceProps) {
  const { locale, timeZone } = useDisplay();
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const creation = useMemo((): RecordCreation => {
    const find = (name: string) => workspace.objects.find((object) => object.name === name && object.canCreate);
    return {
      mayCreate: (name) => find(name) !== undefined,
      create: (name, text) => {
        const object = find(name);
        if (!object) return Promise.resolve(null);
        return new Promise((settle) => setWanted({ object, given: givenName(object, text, { locale, timeZone }), settle }));
      },
    };
  }, [workspace, locale, timeZone]);
  const settle = (record: RecordRow | null) => {
    wanted?.settle(record && { id: record.id, name: recordName(wanted.object, record) });
    setWanted(null);
  };
  return (
    <>
      <RecordCreationContext value={creation}>{children}</RecordCreationContext>
      {wanted && <NestedDialog isNested object={wanted.object} workspace={workspace} given={wanted.given} onClose={() => settle(null)} onCreated={settle} />}
    </>
  );
}

/** What was typed becomes the name, where the name takes such a text. */
function givenName({ fields, nameField }: ObjectDescription, text: string, context: { readonly locale: string; readonly timeZone: string }): Partial<FormRecord> {
  const field = fields.find(({ name }) => name === nameField);
  if (!field?.writable || text === '') return {};
  const parsed = fieldType(field.value.type).parseText(text, field.value.settings, context);
  return parsed.ok ? { values: { [nameField]: parsed.value } } : {};
}
