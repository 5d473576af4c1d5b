import { fieldType } from '@guanxi/field-types';
import { fieldNameFault, type LayoutDocument, type ObjectDocument } from '@guanxi/metadata';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../api/index.js';
import { draftedDocuments, fieldUsageOptions, isKind } from '../../documents/setup-queries.js';
import { putField } from '../../documents/object-edits.js';
import { suggestFieldName } from '../../documents/suggest-name.js';
import { useSaveDraft } from '../../documents/use-draft-edits.js';
import { matchProblems } from '../../form/match-problems.js';
import { dropGoneValues } from '../../picklists/drop-gone-values.js';
import { conditions, writeField, type FieldDraft } from './field-draft.js';
import { movePaths, renameFieldUses } from './field-uses.js';
import { settingSchemas } from './setting-schemas.js';

interface FieldForm {
  readonly object: ObjectDocument;
  /** Absent for a new field. */
  readonly previousName: string | undefined;
  readonly field: FieldDraft;
  readonly isNamed: boolean;
  readonly addToLayouts: boolean;
  /** Documents that are saved together with the object. */
  readonly also: readonly unknown[];
}

/** Checking and saving of the field panel. */
export function useFieldForm({ object, previousName, field, isNamed, addToLayouts, also }: FieldForm) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { mutateAsync: save, isPending } = useSaveDraft();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [wasTried, setTried] = useState(false);

  const suggested = suggestFieldName(field.label.text);
  const name = isNamed ? field.name : suggested;
  const isLabelMissing = field.label.text.trim() === '';
  const isReference = fieldType(field.kind).formulaType === 'reference';
  const isTaken = name !== previousName && Object.hasOwn(object.properties, name);
  const sameLabel = Object.entries(object.properties).find(([other, { title }]) => other !== previousName && title?.trim().toLocaleLowerCase() === field.label.text.trim().toLocaleLowerCase())?.[0];
  const nameFault = name === '' ? t('setup.field.nameMissing') : isTaken ? t('setup.field.nameTaken', { name }) : fieldNameFault(name, isReference) ? t('setup.field.nameFault') : undefined;

  const place = `/object:${object.name}/properties/${name}`;
  const { byField, rest } = matchProblems(problems, {
    name: [place], ...Object.fromEntries([...conditions, 'defaultFormula'].map((keyword) => [keyword, [`${place}/guanxi/${keyword}`]])), label: [`${place}/title`], help: [`${place}/guanxi/help`, `${place}/guanxi/helps`], default: [`${place}/default`],
    ...Object.fromEntries(settingSchemas(field.kind).map((setting) => [`setting:${setting.name}`, [`${place}${setting.pointer}`]])),
  } as Record<string, readonly string[]>);
  const settingErrors = Object.fromEntries(settingSchemas(field.kind).map((setting) => [setting.name, byField[`setting:${setting.name}`] ?? (setting.name === 'values' ? byField['setting:enum'] : undefined)]));

  const submit = async (): Promise<boolean> => {
    setTried(true);
    if (isLabelMissing || nameFault) return false;
    const before = previousName === undefined ? undefined : object.properties[previousName];
    const edited = dropGoneValues(putField(object, { previousName, name, property: writeField(field, before), isRequired: field.isRequired }), name);
    try {
      const isRenamed = previousName !== undefined && previousName !== name;
      const others = isRenamed ? await renameElsewhere(previousName, edited) : previousName === undefined && addToLayouts ? await withFieldOnLayouts() : [];
      const own = others.some(({ guanxi }) => guanxi.id === object.guanxi.id) ? [] : [edited];
      const found = await save({ documents: [...own, ...also, ...others] });
      setProblems(found);
      return found.length === 0;
    } catch (error) {
      setProblems([{ path: '', code: 'failed', message: error instanceof Error ? error.message : String(error) }]);
      return false;
    }
  };
  /** The object's own formulas, rules and lists too. */
  const renameElsewhere = async (from: string, edited: ObjectDocument) => {
    const [uses, documents] = await Promise.all([client.fetchQuery({ ...fieldUsageOptions(object.name, from), staleTime: 0 }), client.fetchQuery(draftedDocuments)]);
    const others = documents.map(({ document }) => document).filter(({ guanxi }) => guanxi.id !== object.guanxi.id);
    return renameFieldUses([edited, ...others], movePaths(uses, object.name, from, name), from, name).documents;
  };
  const withFieldOnLayouts = async () => {
    const layouts = (await client.fetchQuery(draftedDocuments)).filter(isKind('layout')).filter(({ document }) => document.object === object.name);
    return layouts.map(({ document }) => addCell(document, name));
  };

  return {
    name, suggested, submit, isPending, rest, settingErrors,
    labelError: byField['label'] ?? (wasTried && isLabelMissing ? t('setup.field.labelMissing') : undefined),
    nameError: byField['name'] ?? ((wasTried || isNamed) && !isLabelMissing ? nameFault : undefined),
    labelWarning: sameLabel === undefined ? undefined : t('model.field.sameLabel', { name: sameLabel }),
    helpError: byField['help'], defaultError: byField['default'],
    /** Sentences by keyword of the field. */
    byName: byField as Readonly<Record<string, string | undefined>>,
    needsName: !isLabelMissing && suggested === '' && !isNamed,
  };
}

function addCell(layout: LayoutDocument, field: string): LayoutDocument {
  const [first = { columns: 2, cells: [] }, ...others] = layout.sections;
  return { ...layout, sections: [{ ...first, cells: [...first.cells, { field }] }, ...others] };
}
