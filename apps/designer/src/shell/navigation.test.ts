import { arrangeBlocks, type NavigationItem } from './navigation.js';

const item = (name: string): NavigationItem => ({ name, label: `${name}s`, singularLabel: name, icon: 'box', hue: 'blue', href: `/app/${name}`, canCreate: true });
const objects = new Map(['Customer', 'Order', 'Task'].map((name) => [name, item(name)]));

it('keeps the groups of an app together under their titles, with what stands between them apart', () => {
  const blocks = arrangeBlocks(['Customer', { title: 'Selling', items: ['Order', 'Task'] }, { title: 'Handbook', url: 'https://example.com/' }, { title: 'Map', url: '/setup/map' }], objects);
  expect(blocks).toEqual([
    { entries: [item('Customer')] },
    { title: 'Selling', entries: [item('Order'), item('Task')] },
    { entries: [{ label: 'Handbook', href: 'https://example.com/', isElsewhere: true }, { label: 'Map', href: '/setup/map', isElsewhere: false }] },
  ]);
});

it('leaves out what this person may not see, groups that are empty for them, and addresses that are none of the web', () => {
  const links = ['javascript:alert(1)', '//elsewhere.example', '/\\elsewhere.example', 'ftp://example.com'].map((url) => ({ title: 'Link', url }));
  expect(arrangeBlocks(['Secret', { title: 'Hidden', items: ['Secret'] }, ...links], objects)).toEqual([]);
});
