import type { FieldSettings, FieldType } from '../field-type.js';
import type { JsonSchema } from '../json-schema.js';
import { formulaTextSchema } from '../lookup/lookup.js';
import { present } from '../property-reading.js';
import { describeProperty } from '../property-schema.js';
import { asItIs, compareText } from '../text/text-value.js';
import { resultKind } from './formula-result.js';
import { type FormulaResult, formulaResults } from './result-settings.js';

export interface FormulaSettings extends FieldSettings {
  readonly formula: string;
  readonly result: FormulaResult;
  /** Digits after the point of a number, an amount or a percentage; 2 where it is missing. */
  readonly scale?: number;
  /** What a blank number counts as: "blank" makes every sum with it blank. */
  readonly treatBlanksAs?: 'zero' | 'blank';
  /** Kept in a column of its own, so that it can be indexed. Only what depends on its own record alone can be. */
  readonly stored?: true;
}

/**
 * A value that follows from others by a formula. A field of this kind behaves as the kind of its result, which
 * `resultKind` tells; what stands here asks that kind wherever the settings are known.
 */
export const formula: FieldType<FormulaSettings> = {
  name: 'formula',
  propertySchema: describeProperty({
    type: 'formula',
    keywords: { type: { enum: ['string', 'boolean'] }, format: { type: 'string' }, readOnly: { enum: [true] } },
    guanxi: {
      formula: formulaTextSchema,
      result: { enum: formulaResults },
      scale: { type: 'integer', minimum: 0, maximum: 18 },
      treatBlanksAs: { enum: ['zero', 'blank'] },
      stored: { type: 'boolean' },
    },
    guanxiRequired: ['formula', 'result'],
  }),
  derived: true,
  defaultSettings: { formula: 'null', result: 'text' },
  readSettings: ({ guanxi }) => readFormula(guanxi),
  writeSettings: (settings) => ({ keywords: { ...plainKeywords(settings), readOnly: true }, guanxi: { type: 'formula', ...settings } }),
  valueSchema: (settings) => asResult(settings).kind.valueSchema(asResult(settings).settings),
  storage: ({ stored }) => (stored ? 'generated' : 'computed'),
  column: (settings) => asResult(settings).kind.column(asResult(settings).settings),
  scalar: 'String',
  operators: [],
  formulaType: 'text',
  sortable: false,
  searchable: false,
  toJson: asItIs,
  normalize: (value, settings) => asResult(settings).kind.normalize(value, asResult(settings).settings),
  parseText: (cell, settings, context) => asResult(settings).kind.parseText(cell, asResult(settings).settings, context),
  formatText: (value, settings) => asResult(settings).kind.formatText(value, asResult(settings).settings),
  compare: compareText,
  castFrom: {},
};

const asResult = (settings: FormulaSettings) => resultKind(settings);

function readFormula(guanxi: Readonly<Record<string, unknown>>): FormulaSettings {
  const { formula: text, result, scale, treatBlanksAs, stored } = guanxi as Partial<FormulaSettings>;
  return {
    formula: text ?? 'null',
    result: result ?? 'text',
    ...present({ scale, treatBlanksAs, stored: stored === true ? (true as const) : undefined }),
  };
}

/** The standard keywords of the result's kind: how a reader that knows only JSON Schema takes the value. */
function plainKeywords(settings: FormulaSettings): JsonSchema {
  const { kind, settings: own } = asResult(settings);
  const { type, format } = kind.writeSettings(own).keywords;
  return present({ type, format });
}
