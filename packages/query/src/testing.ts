export { documentsOf, fillPolicy } from './explain/testing/policy-model.js';
export { leadsTo, makeRandomPolicy, objectNames, type ObjectName, type PolicyPerson, type PolicyRecord, type RandomPolicy } from './explain/testing/random-policy.js';
export { RandomNumbers } from './explain/testing/random-numbers.js';
export { SlowReference } from './explain/testing/slow-reference.js';
