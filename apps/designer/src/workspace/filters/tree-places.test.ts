import type { FilterNode } from './filter-tree.js';
import { insertAfter, moveBy, removeAt, replaceAt, type TreePlace } from './tree-places.js';

const filter = (field: string): FilterNode => ({ field, operator: 'eq', operand: 1 });
const tree: readonly FilterNode[] = [filter('a'), { any: true, parts: [filter('b'), filter('c')] }, filter('d')];
const draw = (nodes: readonly FilterNode[]): string => nodes.map((node) => ('parts' in node ? `(${draw(node.parts)})` : 'formula' in node ? node.formula : node.field)).join(' ');
const move = (place: TreePlace, by: 1 | -1) => { const moved = moveBy(tree, place, by); return [draw(moved.nodes), moved.place.join('.')]; };

describe('places in a tree of filters', () => {
  it('are replaced, removed and added to', () => {
    expect([draw(replaceAt(tree, [1, 0], filter('x'))), draw(removeAt(tree, [1, 1])), draw(insertAfter(tree, [1, 0], filter('x'))), draw(insertAfter(tree, [2], filter('x')))])
      .toEqual(['a (x c) d', 'a (b) d', 'a (b x c) d', 'a (b c) d x']);
  });
  it('move over a neighbour, into a group and out of it', () => {
    expect([move([1, 0], 1), move([0], 1), move([2], -1), move([1, 0], -1), move([1, 1], 1), move([0], -1), move([1], -1)]).toEqual([
      ['a (c b) d', '1.1'], ['(a b c) d', '0.0'], ['a (b c d)', '1.2'], ['a b (c) d', '1'], ['a (b) c d', '2'], ['a (b c) d', '0'], ['(b c) a d', '0'],
    ]);
  });
});
