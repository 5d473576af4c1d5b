import { translate, type LayoutDocument, type ObjectDocument } from '@guanxi/metadata';
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, Checkbox, Field, IconButton, SegmentedControl, Select, TextField } from '../../ui/index.js';
import { FormulaField } from '../formula/FormulaField.js';
import { TranslatedText } from '../form/TranslatedText.js';
import type { PlaceableField } from './describe-fields.js';
import { changeCell, changeSection, findCell, placeField, stepField, takeField } from './layout-edits.js';
import type { Selected } from './LayoutCanvas.js';
import { PageInspector } from './PageInspector.js';
import styles from './Layouts.module.css';

interface LayoutInspectorProps {
  readonly layout: LayoutDocument;
  readonly object: ObjectDocument;
  readonly fields: ReadonlyMap<string, PlaceableField>;
  readonly selected: Selected;
  readonly onSelect: (selected: Selected) => void;
  readonly onEdit: (layout: LayoutDocument) => void;
}

/** What can be said of the chosen field or section, and of the page where nothing is chosen. */
export function LayoutInspector(props: LayoutInspectorProps) {
  const { t } = useTranslation();
  const { selected } = props;
  return (
    <aside className={styles['side']} aria-label={t('interface.layout.inspector')} data-region tabIndex={-1}>
      {selected.kind === 'cell' ? <CellInspector {...props} field={selected.field} /> : selected.kind === 'section' ? <SectionInspector {...props} index={selected.index} /> : <PageInspector {...props} />}
    </aside>
  );
}

function CellInspector({ layout, object, fields, field, onSelect, onEdit }: LayoutInspectorProps & { readonly field: string }) {
  const { t, i18n } = useTranslation();
  const place = findCell(layout, field);
  const cell = place && layout.sections[place.section]?.cells[place.index];
  if (!place || !cell) return null;
  const rule = (key: 'visibleWhen' | 'requiredWhen' | 'readOnlyWhen') => (
    <FormulaField label={t(`interface.layout.${key}`)} help={t(`interface.layout.${key}Help`)} object={object.name} expected="boolean" isCompact value={cell[key] ?? ''} onChange={(text) => onEdit(changeCell(layout, field, { [key]: text }))} />
  );
  const earlier = stepField(layout, field, -1);
  const later = stepField(layout, field, 1);
  return (
    <>
      <div>
        <div className={styles['groupTitle']}>{t('interface.layout.field')}</div>
        <strong>{fields.get(field)?.title ?? field}</strong>
      </div>
      <Select label={t('interface.layout.moveTo')} value={String(place.section)} onChange={(next) => { if (next !== null) onEdit(placeField(layout, field, { section: Number(next), index: layout.sections[Number(next)]?.cells.length ?? 0 })); }}
        choices={layout.sections.map(({ title, titles }, index) => ({ value: String(index), label: title ? translate(title, titles, i18n.language) : t('interface.layout.section', { number: index + 1 }) }))} />
      <div className={styles['sectionHead']}>
        <IconButton icon={ArrowUp} label={t('interface.layout.earlier')} isDisabled={!earlier} onPress={() => { if (earlier) onEdit(earlier); }} />
        <IconButton icon={ArrowDown} label={t('interface.layout.later')} isDisabled={!later} onPress={() => { if (later) onEdit(later); }} />
        <span className={styles['spring']} />
        <Button icon={Trash2} variant="quiet" onPress={() => { onEdit(takeField(layout, field)); onSelect({ kind: 'page' }); }}>{t('interface.layout.takeOff')}</Button>
      </div>
      <Checkbox isSelected={cell.wide ?? false} onChange={(wide) => onEdit(changeCell(layout, field, { wide }))}>{t('interface.layout.wide')}</Checkbox>
      {rule('visibleWhen')}
      {rule('requiredWhen')}
      {rule('readOnlyWhen')}
    </>
  );
}

function SectionInspector({ layout, object, index, onEdit }: LayoutInspectorProps & { readonly index: number }) {
  const { t } = useTranslation();
  const section = layout.sections[index];
  if (!section) return null;
  const set = (changes: Partial<typeof section>) => onEdit(changeSection(layout, index, (before) => ({ ...before, ...changes })));
  return (
    <>
      <div className={styles['groupTitle']}>{t('interface.layout.sectionSettings')}</div>
      <TranslatedText label={t('interface.layout.title')} value={{ text: section.title ?? '', titles: section.titles ?? {} }} onChange={({ text, titles }) => set({ title: text, titles })} />
      <Field label={t('interface.layout.columns')}>
        <div><SegmentedControl label={t('interface.layout.columns')} value={String(section.columns) as '1' | '2' | '3' | '4'} onChange={(columns) => set({ columns: Number(columns) as 1 | 2 | 3 | 4 })} segments={(['1', '2', '3', '4'] as const).map((value) => ({ value, label: value }))} /></div>
      </Field>
      <TextField label={t('interface.layout.tab')} help={t('interface.layout.tabHelp')} value={section.tab ?? ''} onChange={(tab) => set({ tab })} />
      <FormulaField label={t('interface.layout.visibleWhen')} help={t('interface.layout.sectionVisibleHelp')} object={object.name} expected="boolean" isCompact value={section.visibleWhen ?? ''} onChange={(visibleWhen) => set({ visibleWhen })} />
    </>
  );
}
