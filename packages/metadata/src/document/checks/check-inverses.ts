import { say, type Wording } from '@guanxi/field-types';
import { jsonPointer } from '../../json-pointer.js';
import type { FieldModel, Model, ObjectModel, RelationModel } from '../../model/model.js';
import { listNameFault, valueName } from '../../naming/index.js';
import { faultOf, type Fault, type Problem } from '../../problem.js';

/** To-many sides stand on the target of a lookup, but are named in the lookup: that is where their problems are told. */
export function checkInverses(model: Model, earlier?: Model): readonly Problem[] {
  return model.objects.flatMap((object) => {
    if (object === earlier?.objectByName.get(object.name)) return [];
    const taken = new Map(object.fields.flatMap((field) => [[field.name, field], [valueName(field), field]] as const));
    const seen = new Map<string, RelationModel>();
    return object.relations.flatMap((relation) => {
      const fault = inverseFault(relation, object, taken, seen);
      if (!seen.has(relation.name)) seen.set(relation.name, relation);
      return fault === undefined ? [] : [{ path: pathOf(relation, model), ...fault }];
    });
  });
}

/** The place of the name: in the lookup, in the polymorphic lookup that it is of, or in the junction. */
function pathOf({ object, field, through }: RelationModel, model: Model): string {
  const source = model.objectByName.get(object);
  const origin = through
    ? source?.fields.find((one) => one.through?.object === through.object && one.through.far === through.near)?.name
    : source?.fieldByName.get(field)?.memberOf;
  return jsonPointer(`object:${object}`, 'properties', origin ?? field, 'guanxi', 'inverse', 'name');
}

function inverseFault(
  relation: RelationModel,
  target: ObjectModel,
  taken: ReadonlyMap<string, FieldModel>,
  seen: ReadonlyMap<string, RelationModel>,
): Fault | undefined {
  const from = sourceOf(relation);
  const fault = listNameFault(relation.name);
  if (fault) return faultOf('name.invalid', { ...invalid, words: { name: relation.name, from, reason: (locale) => say(fault, locale) } });
  const field = taken.get(relation.name);
  // A junction is a field and the list of the same name.
  if (field && !(field.through && relation.through && field.name === relation.name && sameWay(field, relation))) {
    return faultOf('name.clash', { ...isField, words: { target: target.name, name: relation.name, from, field: field.name } }, anotherName);
  }
  const other = seen.get(relation.name);
  return other && faultOf('name.clash', { ...isList, words: { target: target.name, name: relation.name, from, other: sourceOf(other) } }, oneAnotherName);
}

function sameWay({ through }: FieldModel, relation: RelationModel): boolean {
  return through?.object === relation.through?.object && through?.near === relation.through?.near && through?.far === relation.through?.far;
}

const sourceOf = ({ object, field, through }: RelationModel): string => (through ? `${object} (${through.object})` : `${object}.${field}`);

const invalid: Wording = { en: 'The inverse "{name}" of {from} {reason}.', 'zh-TW': '{from} 的反向清單「{name}」{reason}。', 'zh-CN': '{from} 的反向列表“{name}”{reason}。' };
const isField: Wording = {
  en: '{target} would get the list "{name}" from {from}, but has the field "{field}" already.',
  'zh-TW': '{target} 會從 {from} 得到清單「{name}」，但已有欄位「{field}」。',
  'zh-CN': '{target} 会从 {from} 得到列表“{name}”，但已有字段“{field}”。',
};
const isList: Wording = {
  en: '{target} would get two lists "{name}": from {other} and from {from}.',
  'zh-TW': '{target} 會得到兩個清單「{name}」：來自 {other} 與 {from}。',
  'zh-CN': '{target} 会得到两个列表“{name}”：来自 {other} 与 {from}。',
};
const anotherName: Wording = { en: 'Give the inverse another name.', 'zh-TW': '請為反向清單另取名稱。', 'zh-CN': '请为反向列表另取名称。' };
const oneAnotherName: Wording = { en: 'Give one of the inverses another name.', 'zh-TW': '請為其中一個反向清單另取名稱。', 'zh-CN': '请为其中一个反向列表另取名称。' };
