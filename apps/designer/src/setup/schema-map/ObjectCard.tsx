import type { ObjectDocument } from '@guanxi/metadata';
import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import { classNames, ObjectGlyph } from '../../ui/index.js';
import { kindIcon } from '../object/field/kind-icons.js';
import type { MapEdge } from './build-graph.js';
import { mostLines } from './lay-out-graph.js';
import styles from './SchemaMap.module.css';

export type ObjectCardNode = Node<{ readonly object: ObjectDocument; readonly title: string; readonly edges: readonly MapEdge[]; readonly isActive: boolean }, 'object'>;

/** One object with the fields that connect it. */
export function ObjectCard({ data: { object, title, edges, isActive } }: NodeProps<ObjectCardNode>) {
  const { t } = useTranslation();
  const shown = [...new Map(edges.map((edge) => [edge.field, edge])).values()];
  return (
    <div className={classNames(styles['card'], isActive && styles['activeCard'])}>
      <Handle type="target" position={Position.Right} className={styles['handle'] ?? ''} isConnectable={false} />
      <div className={styles['cardHead']}>
        <ObjectGlyph name={object.name} icon={object.guanxi.icon} hue={object.guanxi.color ?? object.guanxi.id} />
        <span className={styles['cardTitle']}>{title}</span>
        <span className={styles['cardCount']}>{t('model.map.fields', { count: Object.keys(object.properties).length })}</span>
      </div>
      {shown.length > 0 && (
        <ul className={styles['cardFields']}>
          {shown.slice(0, mostLines).map(({ field, title: name, kind, isRequired }) => {
            const Icon = kindIcon(kind);
            return (
              <li key={field} className={styles['cardField']}>
                <Icon size={12} aria-hidden /><span className={styles['cardFieldName']}>{name}</span>{isRequired && <span className={styles['star']} aria-hidden>*</span>}
                <Handle id={field} type="source" position={Position.Left} className={styles['handle'] ?? ''} isConnectable={false} />
              </li>
            );
          })}
          {shown.length > mostLines && <li className={styles['cardField']}>{t('model.map.more', { count: shown.length - mostLines })}</li>}
        </ul>
      )}
    </div>
  );
}
