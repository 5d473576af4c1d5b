import type { PicklistValue } from '@guanxi/field-types';
import { ClipboardPaste, Plus } from 'lucide-react';
import { useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, isComposing, TextArea, TextField } from '../../../../ui/index.js';
import { addLabels, changeValue, moveValue, relabel, splitLabels, without } from './picklist-values.js';
import { PicklistRow } from './PicklistRow.js';
import type { SettingEditorProps } from './setting-editor.js';
import styles from './Picklist.module.css';

/** The values of a picklist: label, stored value, colour, order; many at once by pasting lines. */
export function PicklistEditor({ label, value, onChange, error, object, fieldName }: SettingEditorProps) {
  const { t } = useTranslation();
  const values = (value ?? []) as readonly PicklistValue[];
  const [text, setText] = useState('');
  const [pasted, setPasted] = useState<string | null>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const [target, setTarget] = useState<number | null>(null);
  const saved = new Set(object.properties[fieldName]?.['enum'] as readonly string[] | undefined);
  const change = (next: readonly PicklistValue[]) => onChange(next as PicklistValue[]);
  const add = (labels: readonly string[]) => { change(addLabels(values, labels)); setText(''); };

  const onPaste = (event: ClipboardEvent) => {
    const lines = event.clipboardData.getData('text');
    if (!/[\r\n\t]/.test(lines.trim())) return;
    event.preventDefault();
    add(splitLabels(lines));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || isComposing(event)) return;
    event.preventDefault();
    event.stopPropagation();
    add([text]);
  };
  return (
    <div className={styles['editor']} role="group" aria-label={label}>
      <p className={styles['label']}>{label}</p>
      {values.length > 0 && (
        <ol className={styles['rows']} onDragOver={(event) => { if (dragged !== null) event.preventDefault(); }}
          onDrop={(event) => {
            event.preventDefault();
            if (dragged !== null && target !== null) change(moveValue(values, dragged, target));
            setDragged(null);
            setTarget(null);
          }}>
          {values.map((one, index) => (
            <PicklistRow key={index} value={one} index={index} count={values.length} isSaved={saved.has(one.value)} isDragged={dragged === index} isTarget={target === index && dragged !== index}
              onLabel={(next) => change(relabel(values, index, next, saved.has(one.value)))} onChange={(changes) => change(changeValue(values, index, changes))}
              onMove={(to) => change(moveValue(values, index, to))} onRemove={() => change(without(values, index))}
              onDragStart={() => setDragged(index)} onDragOver={() => setTarget(index)} onDragEnd={() => { setDragged(null); setTarget(null); }} />
          ))}
        </ol>
      )}
      <div className={styles['adder']} onPaste={onPaste} onKeyDown={onKeyDown}>
        <TextField label={t('setup.picklist.add')} hideLabel value={text} onChange={setText} placeholder={t('setup.picklist.addExample')} error={error} />
        <Button icon={Plus} onPress={() => add([text])} isDisabled={text.trim() === ''}>{t('ui.add')}</Button>
      </div>
      {pasted === null
        ? <span><Button size="small" variant="quiet" icon={ClipboardPaste} onPress={() => setPasted('')}>{t('setup.picklist.many')}</Button></span>
        : (
          <div className={styles['many']}>
            <TextArea label={t('setup.picklist.manyLabel')} value={pasted} onChange={setPasted} rows={4} autoFocus />
            <div className={styles['manyActions']}>
              <Button size="small" onPress={() => setPasted(null)}>{t('ui.cancel')}</Button>
              <Button size="small" variant="primary" isDisabled={pasted.trim() === ''} onPress={() => { add(splitLabels(pasted)); setPasted(null); }}>
                {t('setup.picklist.addCount', { count: splitLabels(pasted).length })}
              </Button>
            </div>
          </div>
        )}
    </div>
  );
}
