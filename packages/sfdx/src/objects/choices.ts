import { shorten } from '../conversion.js';
import { elementsOf, isTrue, textOf, textsOf, type XmlElement } from '../xml/read-xml.js';
import type { FieldPlace } from './field-kinds.js';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly color?: string;
  readonly active?: false;
}

interface Choices {
  readonly values: readonly Choice[];
  readonly valueSet?: string;
  readonly default?: string;
  readonly notes: readonly string[];
}

/** Picklists of standard objects whose values stand in a file of their own. */
const standardSets: Readonly<Record<string, string>> = {
  'Account.Type': 'AccountType', 'Account.Industry': 'Industry', 'Lead.Industry': 'Industry', 'Account.Rating': 'AccountRating', 'Lead.Rating': 'AccountRating', 'Account.Ownership': 'AccountOwnership',
  'Account.AccountSource': 'LeadSource', 'Contact.LeadSource': 'LeadSource', 'Lead.LeadSource': 'LeadSource', 'Opportunity.LeadSource': 'LeadSource', 'Lead.Status': 'LeadStatus',
  'Opportunity.StageName': 'OpportunityStage', 'Opportunity.Type': 'OpportunityType', 'Case.Status': 'CaseStatus', 'Case.Priority': 'CasePriority', 'Case.Origin': 'CaseOrigin', 'Case.Type': 'CaseType', 'Case.Reason': 'CaseReason',
  'Campaign.Type': 'CampaignType', 'Campaign.Status': 'CampaignStatus', 'CampaignMember.Status': 'CampaignMemberStatus', 'Task.Status': 'TaskStatus', 'Task.Priority': 'TaskPriority', 'Contract.Status': 'ContractStatus',
  'Order.Status': 'OrderStatus', 'Order.Type': 'OrderType', 'Product2.Family': 'Product2Family', 'Quote.Status': 'QuoteStatus', 'Asset.Status': 'AssetStatus', 'Solution.Status': 'SolutionStatus',
};

/** The values of a picklist, or the global one that it takes them from. */
export function choicesOf({ object, field, conversion }: FieldPlace): Choices | { readonly reason: string } {
  const [set] = elementsOf(field.described.element, 'valueSet');
  const shared = set && textOf(set, 'valueSetName');
  if (shared !== undefined) {
    const valueSet = conversion.valueSets.get(shared) ?? conversion.valueSets.get(shared.replace(/__gvs$/, ''));
    return valueSet === undefined ? { reason: `Its global value set ${shared} is not in the project.` } : { values: [], valueSet, notes: [] };
  }
  const standard = conversion.project.standardValueSets.find(({ name }) => name === standardSets[`${object.described.name}.${field.described.name}`]);
  const [own] = [...(set ? elementsOf(set, 'valueSetDefinition') : []), ...elementsOf(field.described.element, 'picklist')];
  const listed = standard ? elementsOf(standard.element, 'standardValue') : own ? [...elementsOf(own, 'value'), ...elementsOf(own, 'picklistValues')] : [];
  if (listed.length === 0) return { reason: 'The project does not say its values.' };
  const chosen = listed.find((value) => isTrue(value, 'default'));
  const standing = chosen && textOf(chosen, 'fullName');
  return {
    values: readChoices(listed),
    ...(standing === undefined || (chosen && textOf(chosen, 'isActive') === 'false') ? {} : { default: standing }),
    notes: set && textOf(set, 'restricted') === 'false' ? ['Values that are not in its list are no longer accepted.'] : [],
  };
}

/** Entries of a value set, each value once. */
export function readChoices(listed: readonly XmlElement[]): readonly Choice[] {
  const choices = new Map<string, Choice>();
  for (const entry of listed) {
    const value = (textOf(entry, 'fullName') ?? textOf(entry, 'valueName') ?? '').trim();
    if (value === '' || choices.has(value)) continue;
    const color = textOf(entry, 'color');
    choices.set(value, {
      value: shorten(value, 255),
      label: shorten((textOf(entry, 'label') ?? value).trim() || value, 255),
      ...(color === undefined ? {} : { color }),
      ...(textOf(entry, 'isActive') === 'false' ? { active: false as const } : {}),
    });
  }
  return [...choices.values()];
}

/** Which values another picklist leaves. */
export function dependenceOf({ object, field, conversion }: FieldPlace) {
  const [set] = elementsOf(field.described.element, 'valueSet');
  const controlling = set && textOf(set, 'controllingField');
  if (set === undefined || controlling === undefined) return {};
  const found = conversion.book.field(object, controlling);
  if (!found || !/Picklist/.test(found.described.type)) return { note: `The values do not depend on ${controlling} any more: only picklists can decide about picklists.` };
  const values: Record<string, string[]> = {};
  for (const setting of elementsOf(set, 'valueSettings')) {
    const value = textOf(setting, 'valueName');
    for (const on of value === undefined ? [] : textsOf(setting, 'controllingFieldValue')) (values[on] ??= []).push(value ?? '');
  }
  return { dependsOn: { field: found.name, values: Object.fromEntries(Object.entries(values).map(([on, allowed]) => [on, [...new Set(allowed)]])) } };
}
