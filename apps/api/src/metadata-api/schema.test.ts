import { readFile } from 'node:fs/promises';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { buildSchema, isEnumType, isInputObjectType, isObjectType, type GraphQLSchema } from 'graphql';
import { startTestApp, type TestApp } from '../testing/test-app.js';

describe('the schema of /metadata', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startTestApp('schema');
  });
  afterAll(() => test.close());

  it('is what schema/metadata.graphql promises', async () => {
    const promised = buildSchema(await readFile(new URL('../../schema/metadata.graphql', import.meta.url), 'utf8'));
    expect(describeSchema(test.app.get(GraphQLSchemaHost).schema)).toEqual(describeSchema(promised));
  });
});

/** One line per field, argument and value, in alphabetical order; descriptions and order say nothing about meaning. */
function describeSchema(schema: GraphQLSchema): readonly string[] {
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  const lines = types.flatMap((type) => {
    if (isEnumType(type)) return type.getValues().map(({ name }) => `enum ${type.name} ${name}`);
    if (isInputObjectType(type)) return Object.values(type.getFields()).map((field) => `input ${type.name}.${field.name}: ${String(field.type)} = ${JSON.stringify(field.defaultValue)}`);
    if (!isObjectType(type)) return [`scalar ${type.name}`];
    return Object.values(type.getFields()).map((field) => {
      const args = field.args.map((arg) => `${arg.name}: ${String(arg.type)} = ${JSON.stringify(arg.defaultValue)}`).sort();
      return `${type.name}.${field.name}(${args.join(', ')}): ${String(field.type)}`;
    });
  });
  return lines.sort();
}
