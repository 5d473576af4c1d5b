import type { PicklistValue } from '@guanxi/field-types';
import { ArrowDownAZ, ClipboardPaste, Plus } from 'lucide-react';
import { useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, isComposing, TextArea, TextField } from '../../ui/index.js';
import { addLabels, changeValue, moveValue, relabel, sortValues, splitLabels, without } from './picklist-values.js';
import { ValueRow } from './ValueRow.js';
import styles from './Values.module.css';

interface ValuesEditorProps {
  readonly label: string;
  readonly values: readonly PicklistValue[];
  readonly onChange: (values: readonly PicklistValue[]) => void;
  /** Values that records may hold: their stored text stays. */
  readonly saved: ReadonlySet<string>;
  /** Records per value, where they are counted. */
  readonly usage?: ReadonlyMap<string, number> | undefined;
  /** Asked for instead of a removal where records hold the value, and to merge one value into another. */
  readonly onReplace?: (value: string) => void;
  readonly error?: string | undefined;
}

/** The values of a picklist: label, stored value, colour, order, whether they are offered; many at once by pasting lines. */
export function ValuesEditor({ label, values, onChange, saved, usage, onReplace, error }: ValuesEditorProps) {
  const { t, i18n } = useTranslation();
  const [text, setText] = useState('');
  const [pasted, setPasted] = useState<string | null>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const [target, setTarget] = useState<number | null>(null);
  const add = (labels: readonly string[]) => { onChange(addLabels(values, labels)); setText(''); };
  const endDrag = () => { setDragged(null); setTarget(null); };

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
      <div className={styles['top']}>
        <p className={styles['label']}>{label}</p>
        {values.length > 1 && <Button size="small" variant="quiet" icon={ArrowDownAZ} onPress={() => onChange(sortValues(values, i18n.language))}>{t('model.picklist.sort')}</Button>}
      </div>
      {values.length > 0 && (
        <ol className={styles['rows']} onDragOver={(event) => { if (dragged !== null) event.preventDefault(); }}
          onDrop={(event) => {
            event.preventDefault();
            if (dragged !== null && target !== null) onChange(moveValue(values, dragged, target));
            endDrag();
          }}>
          {values.map((one, index) => (
            <ValueRow key={index} value={one} index={index} count={values.length} isSaved={saved.has(one.value)} records={usage?.get(one.value) ?? (usage ? 0 : undefined)} isDragged={dragged === index} isTarget={target === index && dragged !== index}
              onLabel={(next) => onChange(relabel(values, index, next, saved.has(one.value)))} onChange={(changes) => onChange(changeValue(values, index, changes))}
              onMove={(to) => onChange(moveValue(values, index, to))} onRemove={() => onChange(without(values, index))} {...(onReplace && { onReplace: () => onReplace(one.value) })}
              onDragStart={() => setDragged(index)} onDragOver={() => setTarget(index)} onDragEnd={endDrag} />
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
