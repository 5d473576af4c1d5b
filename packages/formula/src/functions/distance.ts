import { distanceInSql } from '../to-sql/angles.js';
import { unitMustBeWritten } from '../check/sentences.js';
import type { TypedNode } from '../formula.js';
import { distanceOf, type LengthUnit } from '../values/angles.js';
import { argument, text, type Misfit, type FunctionDefinition } from './function-definition.js';

export const distance: FunctionDefinition = {
  name: 'DISTANCE',
  signature: 'DISTANCE(one, other, "unit")',
  area: 'location',
  description: {
    en: 'How far apart two locations are, along the surface of the earth as a ball, in "km" or "mi", to the millimetre.',
    'zh-TW': '兩個位置沿地球表面（視為球體）的距離，單位為 "km" 或 "mi"，精確到公釐。',
    'zh-CN': '两个位置沿地球表面（视为球体）的距离，单位为 "km" 或 "mi"，精确到公釐。',
  },
  examples: [
    { formula: 'ROUND(DISTANCE(GEOLOCATION(25.0330, 121.5654), GEOLOCATION(22.6273, 120.3014), "km"), 1)', result: '296.8' },
    { formula: 'DISTANCE(site, GEOLOCATION(0, 0), "mi")', result: null },
  ],
  parameters: [{ name: 'one', types: ['location'] }, { name: 'other', types: ['location'] }, text('unit')],
  result: 'number',
  unstorable: true,
  inspect: inspectUnit,
  evaluate: (call) => distanceOf(call.location(0), call.location(1), unitOf(call.text(2))),
  compile: (call) => {
    const unit = call.nodes[2]?.kind === 'literal' ? unitOf(String(call.nodes[2].value)) : 'km';
    return distanceInSql(call.bind, [argument(call, 0), argument(call, 1)], unit);
  },
};

function unitOf(written: string): LengthUnit {
  return written === 'mi' ? 'mi' : 'km';
}

function inspectUnit(nodes: readonly TypedNode[]): Misfit | undefined {
  const unit = nodes[2];
  const isKnown = unit?.kind === 'literal' && (unit.value === 'km' || unit.value === 'mi');
  return isKnown ? undefined : { index: 2, sentence: unitMustBeWritten };
}
