import type { FormulaScope } from '@guanxi/formula';
import type { DocumentBlock, DocumentTemplateDocument, ObjectDescription } from '@guanxi/metadata';
import { ArrowDown, ArrowUp, SquareSplitVertical, Table, Trash2, Type } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../ui/index.js';
import type { MessageLanguage } from '../messages/message-draft.js';
import { MessageText } from '../messages/MessageText.js';
import { moveBlock, newTable, textIn, writeText } from './letter-draft.js';
import { LetterTable } from './LetterTable.js';
import styles from './Letters.module.css';

interface LetterBlocksProps {
  readonly template: DocumentTemplateDocument;
  readonly language: MessageLanguage;
  readonly scope: FormulaScope;
  readonly objects: readonly ObjectDescription[];
  readonly onChange: (blocks: readonly DocumentBlock[]) => void;
}

const names = { text: 'letters.text', table: 'letters.table', pageBreak: 'letters.break' } as const;

/** What the document contains, part by part. */
export function LetterBlocks({ template: { blocks, object: objectName }, language, scope, objects, onChange }: LetterBlocksProps) {
  const { t } = useTranslation();
  const object = objects.find(({ name }) => name === objectName);
  const table = object && newTable(object, objects);
  const set = (index: number, block: DocumentBlock) => onChange(blocks.with(index, block));
  return (
    <>
      {blocks.map((block, index) => (
        // The order is all that tells two parts apart.
        <section key={index} className={styles['card']} aria-label={t(names[block.kind])}>
          <div className={styles['cardHead']}>
            <h2 className={styles['heading']}>{t(names[block.kind])}</h2>
            <IconButton size="small" icon={ArrowUp} label={t('letters.up')} isDisabled={index === 0} onPress={() => onChange(moveBlock(blocks, index, -1))} />
            <IconButton size="small" icon={ArrowDown} label={t('letters.down')} isDisabled={index === blocks.length - 1} onPress={() => onChange(moveBlock(blocks, index, 1))} />
            <IconButton size="small" icon={Trash2} label={t('letters.removeBlock')} onPress={() => onChange(blocks.toSpliced(index, 1))} />
          </div>
          {block.kind === 'text' && <MessageText label={t('letters.text')} language={language} scope={scope} value={textIn(block, language)} onChange={(words) => set(index, { kind: 'text', ...(writeText(block, language, words) ?? { body: '' }) })} />}
          {block.kind === 'table' && object && <LetterTable table={block} object={object} objects={objects} language={language} onChange={(next) => set(index, next)} />}
        </section>
      ))}
      <div className={styles['row']}>
        <Button size="small" icon={Type} onPress={() => onChange([...blocks, { kind: 'text', body: '' }])}>{t('letters.addText')}</Button>
        <Button size="small" icon={Table} isDisabled={!table} onPress={() => { if (table) onChange([...blocks, table]); }}>{t('letters.addTable')}</Button>
        <Button size="small" icon={SquareSplitVertical} onPress={() => onChange([...blocks, { kind: 'pageBreak' }])}>{t('letters.addBreak')}</Button>
        {!table && <span className={styles['quiet']}>{t('letters.noLists')}</span>}
      </div>
    </>
  );
}
