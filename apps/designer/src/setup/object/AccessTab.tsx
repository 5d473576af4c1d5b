import type { ObjectDocument } from '@guanxi/metadata';
import { FieldAccess } from '../access/FieldAccess.js';

/** Who may do what with records of the object and with each of its fields. */
export function AccessTab({ object, isRemoved }: { readonly object: ObjectDocument; readonly isRemoved: boolean }) {
  return <FieldAccess object={object} isRemoved={isRemoved} />;
}
