import { buildSchema, parse, type OperationDefinitionNode } from 'graphql';
import { makeVariableShape } from './variable-shape.js';

const schema = buildSchema('type Query { orders(first: Int, after: String): Boolean }');

describe('the shape of variables', () => {
  const shape = shapeFor('query ($first: Int, $after: String) { orders(first: $first, after: $after) }');

  it('tells a first page from one after a record', () => {
    const shapes = [{}, { after: null }, { after: cursor('1') }, { after: cursor(null) }].map(shape);
    expect(new Set(shapes).size).toBe(shapes.length);
  });

  it('is the same after every record of an order', () => {
    expect(shape({ after: cursor('1') })).toBe(shape({ after: cursor('2') }));
  });

  it('tells no page size from one of zero', () => {
    expect(shape({ first: null })).not.toBe(shape({ first: 0 }));
  });
});

function shapeFor(query: string) {
  const document = parse(query);
  return makeVariableShape(schema, document, document.definitions[0] as OperationDefinitionNode);
}

function cursor(value: string | null): string {
  return Buffer.from(JSON.stringify(['id', value])).toString('base64');
}
