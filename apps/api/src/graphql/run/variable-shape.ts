import { readCursorBlanks } from '@guanxi/query';
import {
  GraphQLBoolean, GraphQLInt, getNullableType, isEnumType, isInputObjectType, isListType, Kind, typeFromAST, visit,
  type GraphQLInputType, type GraphQLSchema, type OperationDefinitionNode, type DocumentNode,
} from 'graphql';
import type { Variables } from '../request/given.js';

/**
 * A text that is equal for variables that lead to the same SQL. Which parts of an input are there, list lengths, enum
 * values, booleans and page sizes change it; names, numbers and dates that are only compared with do not.
 */
export type VariableShape = (variables: Variables) => string;

type Shape = (value: unknown) => string;

export function makeVariableShape(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): VariableShape {
  const cursors = cursorVariables(document);
  const shapes = (operation.variableDefinitions ?? []).map(({ variable, type }): [string, Shape] => {
    const name = variable.name.value;
    return [name, cursors.has(name) ? shapeOfCursor : shapeOf(typeFromAST(schema, type) as GraphQLInputType)];
  });
  return (variables) => {
    let text = '';
    for (const [name, shape] of shapes) text += `${shape(variables[name])};`;
    return text;
  };
}

function cursorVariables(document: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(document, {
    Argument({ name, value }) {
      if ((name.value === 'after' || name.value === 'before') && value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return names;
}

const shapeOfCursor: Shape = (value) => presence(value) ?? readCursorBlanks(value).map(Number).join('');
const shapeOfValue: Shape = (value) => presence(value) ?? 'v';
const shapeOfWord: Shape = (value) => presence(value) ?? String(value);

function presence(value: unknown): string | undefined {
  if (value === undefined) return '';
  // No number, name or row of blanks is written so.
  return value === null ? '!' : undefined;
}

function shapeOf(type: GraphQLInputType): Shape {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return shapeOfList(nullable.ofType as GraphQLInputType);
  if (isInputObjectType(nullable)) {
    const fields = nullable.getFields();
    // Made when first needed: where-inputs contain themselves.
    const shapes = new Map<string, Shape>();
    return (value) => {
      const absent = presence(value);
      if (absent !== undefined) return absent;
      let text = '{';
      for (const [name, part] of Object.entries(value as object)) {
        const known = shapes.get(name) ?? shapeOf((fields[name] as { type: GraphQLInputType }).type);
        shapes.set(name, known);
        text += `${name}:${known(part)},`;
      }
      return `${text}}`;
    };
  }
  return isEnumType(nullable) || nullable === GraphQLBoolean || nullable === GraphQLInt ? shapeOfWord : shapeOfValue;
}

function shapeOfList(type: GraphQLInputType): Shape {
  const item = shapeOf(type);
  const composed = isInputObjectType(getNullableType(type));
  return (value) => presence(value) ?? (composed ? `[${(value as unknown[]).map(item).join(',')}]` : 'l');
}
