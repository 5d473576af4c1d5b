import type { Wording } from '@guanxi/field-types';
import { faultOf } from '../../problem.js';
import type { QueueDocument } from '../documents.js';
import { findObject, type CheckContext } from './check-context.js';
import { checkRecordFormula } from './check-record-formula.js';

/** Members are addresses, and territories conditions over records that there are. Whether somebody has the address is the org's to know. */
export function checkQueue({ members, territory = [] }: QueueDocument, context: CheckContext): void {
  members.forEach((address, index) => {
    if (!/^[^\s@]+@[^\s@]+$/.test(address)) context.report(['members', index], faultOf('queue.address', { ...noAddress, words: { address } }));
    else if (members.findIndex((other) => other.toLowerCase() === address.toLowerCase()) < index) context.report(['members', index], faultOf('queue.repeated', { ...twice, words: { address } }));
  });
  territory.forEach(({ object: name, when }, index) => {
    const object = findObject(name, ['territory', index, 'object'], context);
    if (object && when !== undefined) checkRecordFormula(when, { object, expected: 'boolean', place: ['territory', index, 'when'] }, context);
  });
}

const noAddress: Wording = { en: 'The member “{address}” is no e-mail address.', 'zh-TW': '成員「{address}」不是電子郵件地址。', 'zh-CN': '成员“{address}”不是电子邮件地址。' };
const twice: Wording = { en: '{address} stands twice among the members.', 'zh-TW': '成員中重複出現 {address}。', 'zh-CN': '成员中重复出现 {address}。' };
