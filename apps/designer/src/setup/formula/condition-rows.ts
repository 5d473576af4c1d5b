import { parseFormula, type SyntaxNode } from '@guanxi/formula';

/** One line of a simple condition. `operand` is the value as people give it; operators that need none leave it empty. */
export interface ConditionRow {
  readonly field: string;
  readonly operator: ConditionOperator;
  readonly operand: string;
}

export type ConditionOperator = 'is' | 'isNot' | 'less' | 'atMost' | 'greater' | 'atLeast' | 'contains' | 'begins' | 'blank' | 'notBlank';

export interface SimpleCondition {
  readonly joined: 'all' | 'any';
  readonly rows: readonly ConditionRow[];
}

/** How the value of a field is written in a formula. */
export type OperandKind = 'text' | 'picklist' | 'number' | 'boolean' | 'date';

export const operatorsOf: Readonly<Record<OperandKind, readonly ConditionOperator[]>> = {
  text: ['is', 'isNot', 'contains', 'begins', 'blank', 'notBlank'],
  picklist: ['is', 'isNot', 'blank', 'notBlank'],
  number: ['is', 'isNot', 'less', 'atMost', 'greater', 'atLeast', 'blank', 'notBlank'],
  boolean: ['is', 'isNot'],
  date: ['is', 'isNot', 'less', 'atMost', 'greater', 'atLeast', 'blank', 'notBlank'],
};

export function takesOperand(operator: ConditionOperator): boolean {
  return operator !== 'blank' && operator !== 'notBlank';
}

/** Null where the formula says more than rows can: then only its text shows it. */
export function readCondition(formula: string): SimpleCondition | null {
  if (formula.trim() === '') return { joined: 'all', rows: [] };
  const parsed = parseFormula(formula);
  if (!parsed.ok) return null;
  const { joined, parts } = splitParts(parsed.tree);
  const rows = parts.map(readRow);
  return rows.every((row) => row !== null) ? { joined, rows } : null;
}

/** The formula that the rows say; rows that are not filled in yet are left out. */
export function writeCondition({ joined, rows }: SimpleCondition, kindOf: (field: string) => OperandKind): string {
  const parts = rows.filter((row) => row.field !== '' && (!takesOperand(row.operator) || row.operand !== '')).map((row) => writeRow(row, kindOf(row.field)));
  if (parts.length < 2) return parts[0] ?? '';
  return `${joined === 'all' ? 'AND' : 'OR'}(${parts.join(', ')})`;
}

function splitParts(tree: SyntaxNode): { readonly joined: 'all' | 'any'; readonly parts: readonly SyntaxNode[] } {
  if (tree.kind === 'call' && (tree.name === 'AND' || tree.name === 'OR')) return { joined: tree.name === 'AND' ? 'all' : 'any', parts: tree.arguments };
  if (tree.kind === 'operation' && (tree.operator === '&&' || tree.operator === '||')) {
    const flat = (node: SyntaxNode): readonly SyntaxNode[] => (node.kind === 'operation' && node.operator === tree.operator ? node.operands.flatMap(flat) : [node]);
    return { joined: tree.operator === '&&' ? 'all' : 'any', parts: flat(tree) };
  }
  return { joined: 'all', parts: [tree] };
}

const comparisons: Readonly<Record<string, ConditionOperator>> = { '=': 'is', '<>': 'isNot', '<': 'less', '<=': 'atMost', '>': 'greater', '>=': 'atLeast' };
const calls: Readonly<Record<string, ConditionOperator>> = { ISPICKVAL: 'is', CONTAINS: 'contains', BEGINS: 'begins', ISBLANK: 'blank' };
const opposites: Readonly<Partial<Record<ConditionOperator, ConditionOperator>>> = { is: 'isNot', blank: 'notBlank' };

function readRow(node: SyntaxNode): ConditionRow | null {
  const negated = negationOf(node);
  if (negated) {
    const row = negated.kind === 'reference' ? null : readRow(negated);
    if (negated.kind === 'reference') return { field: negated.path.join('.'), operator: 'is', operand: 'false' };
    const opposite = row && opposites[row.operator];
    return row && opposite ? { ...row, operator: opposite } : null;
  }
  if (node.kind === 'reference') return { field: node.path.join('.'), operator: 'is', operand: 'true' };
  const [operator, left, right] = node.kind === 'call' ? [calls[node.name], ...node.arguments]
    : node.kind === 'operation' ? [comparisons[node.operator], ...node.operands] : [undefined];
  if (!operator || left?.kind !== 'reference') return null;
  const field = left.path.join('.');
  if (operator === 'blank') return { field, operator, operand: '' };
  const operand = right && readOperand(right);
  return operand === null || operand === undefined ? null : { field, operator, operand };
}

function negationOf(node: SyntaxNode): SyntaxNode | undefined {
  if (node.kind === 'call' && node.name === 'NOT') return node.arguments[0];
  return node.kind === 'operation' && node.operator === '!' ? node.operands[0] : undefined;
}

function readOperand(node: SyntaxNode): string | null {
  if (node.kind === 'literal') return node.value === null ? null : String(node.value);
  if (node.kind === 'operation' && node.operator === 'negate') {
    const [inner] = node.operands;
    return inner?.kind === 'literal' && inner.type === 'number' ? `-${inner.value}` : null;
  }
  if (node.kind !== 'call' || node.name !== 'DATE') return null;
  const parts = node.arguments.map((part) => (part.kind === 'literal' && part.type === 'number' ? Number(part.value) : Number.NaN));
  const [year = Number.NaN, month = Number.NaN, day = Number.NaN] = parts;
  return parts.some(Number.isNaN) ? null : `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const signs: Readonly<Partial<Record<ConditionOperator, string>>> = { is: '=', isNot: '<>', less: '<', atMost: '<=', greater: '>', atLeast: '>=' };

function writeRow({ field, operator, operand }: ConditionRow, kind: OperandKind): string {
  const blank = `ISBLANK(${field})`;
  if (operator === 'blank') return blank;
  if (operator === 'notBlank') return `NOT(${blank})`;
  const value = operandWriters[kind](operand);
  if (kind === 'picklist') return operator === 'isNot' ? `NOT(ISPICKVAL(${field}, ${value}))` : `ISPICKVAL(${field}, ${value})`;
  if (kind === 'boolean') return (operator === 'is') === (operand === 'true') ? field : `NOT(${field})`;
  if (operator === 'contains' || operator === 'begins') return `${operator.toUpperCase()}(${field}, ${value})`;
  return `${field} ${signs[operator] ?? '='} ${value}`;
}

const operandWriters: Readonly<Record<OperandKind, (operand: string) => string>> = {
  text: quoteText,
  picklist: quoteText,
  number: (operand) => (/^-?\d+(\.\d+)?$/.test(operand) ? operand : quoteText(operand)),
  boolean: (operand) => operand.toUpperCase(),
  date: (operand) => `DATE(${operand.split('-').map(Number).join(', ')})`,
};

export function quoteText(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
