import { problemAddress } from './problem-address.js';

it('leads from the pointer of a problem to the page of its document', () => {
  expect(['/workflow:kept/tests/0', '/object:Crate/properties/size', '/app:sales/title', '', '/0/steps'].map(problemAddress)).toEqual(['/setup/workflows/kept', '/setup/objects/Crate?field=size', null, null, null]);
});
