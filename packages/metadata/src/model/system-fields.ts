import { fieldType, type FieldTypeName } from '@guanxi/field-types';
import { columnName } from '../naming/index.js';
import type { FieldModel } from './model.js';

/** Fields of every record, before the document's own. They look like any other field, so that nobody else has to know them apart. */
export function makeSystemFields(): readonly FieldModel[] {
  return [
    systemField('id', 'recordId', 'ID', { column: 'id', required: true, unique: true }),
    systemField('owner', 'user', 'Owner', { column: columnName('owner', true), required: true, writable: true, target: USER }),
    systemField('createdAt', 'dateTime', 'Created at', { column: 'created_at', required: true }),
    systemField('createdBy', 'user', 'Created by', { column: 'created_by', required: true, target: USER }),
    systemField('updatedAt', 'dateTime', 'Changed at', { column: 'updated_at', required: true }),
    systemField('updatedBy', 'user', 'Changed by', { column: 'updated_by', required: true, target: USER }),
    systemField('version', 'integer', 'Version', { column: 'version', required: true }),
  ];
}

/** The platform's own object that owners and user fields point to. */
export const USER = 'User';
/** The platform's own object that file and image fields point to. */
export const FILE = 'File';

/** Labels of the platform's own fields and objects in the languages it speaks. */
export const platformTitles: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  id: { 'zh-TW': '識別碼', 'zh-CN': '标识' },
  owner: { 'zh-TW': '負責人', 'zh-CN': '负责人' },
  createdAt: { 'zh-TW': '建立時間', 'zh-CN': '创建时间' },
  createdBy: { 'zh-TW': '建立者', 'zh-CN': '创建者' },
  updatedAt: { 'zh-TW': '更新時間', 'zh-CN': '更新时间' },
  updatedBy: { 'zh-TW': '更新者', 'zh-CN': '更新者' },
  version: { 'zh-TW': '版本', 'zh-CN': '版本' },
  recordType: { 'zh-TW': '記錄類型', 'zh-CN': '记录类型' },
  name: { 'zh-TW': '姓名', 'zh-CN': '姓名' },
  email: { 'zh-TW': '電子郵件', 'zh-CN': '电子邮件' },
  active: { 'zh-TW': '使用中', 'zh-CN': '启用' },
  manager: { 'zh-TW': '主管', 'zh-CN': '上级' },
  contentType: { 'zh-TW': '內容類型', 'zh-CN': '内容类型' },
  size: { 'zh-TW': '大小（位元組）', 'zh-CN': '大小（字节）' },
  sha256: { 'zh-TW': 'SHA-256 摘要', 'zh-CN': 'SHA-256 摘要' },
  File: { 'zh-TW': '檔案', 'zh-CN': '文件' },
  User: { 'zh-TW': '使用者', 'zh-CN': '用户' },
};

export type SystemFieldOptions = Pick<FieldModel, 'column'> & Partial<Pick<FieldModel, 'required' | 'unique' | 'writable' | 'target'>>;

/** A field that no document describes. */
export function systemField(name: string, type: FieldTypeName, label: string, options: SystemFieldOptions): FieldModel {
  const kind = fieldType(type);
  const id = `system.${name}`;
  const written = kind.writeSettings(kind.defaultSettings);
  return {
    id,
    name,
    label,
    type,
    settings: kind.defaultSettings,
    value: { type, settings: kind.defaultSettings },
    storage: 'column',
    rules: {},
    indexed: false,
    personal: false,
    sensitive: false,
    required: false,
    unique: false,
    externalId: false,
    system: true,
    writable: false,
    ...options,
    property: { title: label, ...written.keywords, guanxi: { ...written.guanxi, id, type, titles: platformTitles[name] ?? {} } },
  };
}
