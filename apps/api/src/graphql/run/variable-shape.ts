import { countSearchWords } from '@guanxi/field-types';
import { InputError, readCursorBlanks } from '@guanxi/query';
import {
  GraphQLBoolean, GraphQLInt, getNullableType, isEnumType, isInputObjectType, isListType, Kind, typeFromAST, visit,
  type GraphQLInputType, type GraphQLSchema, type OperationDefinitionNode, type DocumentNode,
} from 'graphql';
import type { Variables } from '../request/given.js';
import { formulaFilter } from '../schema/scalars.js';

/**
 * A text that is equal for variables that lead to the same SQL. Which parts of an input are there, list lengths, enum
 * values, booleans and page sizes change it; names, numbers and dates that are only compared with do not.
 */
export type VariableShape = (variables: Variables) => string;

type Shape = (value: unknown) => string;

export function makeVariableShape(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): VariableShape {
  const special = variablesOf(document);
  const shapes = (operation.variableDefinitions ?? []).map(({ variable, type }): [string, Shape] => {
    const name = variable.name.value;
    return [name, special.get(name) ?? shapeOf(typeFromAST(schema, type) as GraphQLInputType)];
  });
  return (variables) => {
    let text = '';
    for (const [name, shape] of shapes) text += `${shape(variables[name])};`;
    return text;
  };
}

/** The variables whose text says more than that there is one. */
function variablesOf(document: DocumentNode): ReadonlyMap<string, Shape> {
  const shapes = new Map<string, Shape>();
  visit(document, {
    Argument({ name, value }) {
      const shape = SHAPES_BY_ARGUMENT.get(name.value);
      if (shape && value.kind === Kind.VARIABLE) shapes.set(value.name.value, shape);
    },
  });
  return shapes;
}

const shapeOfCursor: Shape = (value) => presence(value) ?? shapeOfBlanks(value);

/** A cursor of the change feed leads to no other SQL; what is no cursor at all is refused where it is used. */
function shapeOfBlanks(value: unknown): string {
  try {
    return readCursorBlanks(value).map(Number).join('');
  } catch (error) {
    if (error instanceof InputError) return 'v';
    throw error;
  }
}

const shapeOfSearch: Shape = (value) => presence(value) ?? `s${countSearchWords(String(value))}${String(value) === '' ? 'e' : ''}`;
const SHAPES_BY_ARGUMENT: ReadonlyMap<string, Shape> = new Map([['after', shapeOfCursor], ['before', shapeOfCursor], ['search', shapeOfSearch], ['text', shapeOfSearch]]);
const shapeOfValue: Shape = (value) => presence(value) ?? 'v';
const shapeOfWord: Shape = (value) => presence(value) ?? String(value);

/** The text is what is asked: it says all of the SQL. Quoted, so that it cannot read like what stands around it. */
const shapeOfFormula: Shape = (value) => presence(value) ?? JSON.stringify(value);

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
  if (nullable === formulaFilter) return shapeOfFormula;
  return isEnumType(nullable) || nullable === GraphQLBoolean || nullable === GraphQLInt ? shapeOfWord : shapeOfValue;
}

function shapeOfList(type: GraphQLInputType): Shape {
  const item = shapeOf(type);
  const composed = isInputObjectType(getNullableType(type)) || isEnumType(getNullableType(type));
  return (value) => presence(value) ?? (composed ? `[${(value as unknown[]).map(item).join(',')}]` : 'l');
}
