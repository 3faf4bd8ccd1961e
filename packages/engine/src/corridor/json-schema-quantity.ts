import { spreads } from './quantity.ts';

/** A part of a JSON Schema. */
type JsonSchema = { readonly [keyword: string]: unknown };

const numberWithUnit = {
  type: 'string',
  pattern: '^\\s*[+-]?(\\d|\\.\\d)[\\d.,]*([eE][+-]?\\d{1,3})?\\s*[^\\d\\s].*$',
  description: 'A number with its unit, such as `70 km/h`.',
};
const bareNumber = {
  type: ['number', 'string'],
  pattern: '^\\s*[+-]?(\\d|\\.\\d)',
  description: 'A ratio, such as `24 permille`, `80 %` or `0.8`.',
};

/** What a quantity may say of itself besides its number. */
const facts = {
  source: {
    anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
    description: 'Ids of the sources it rests on; those of its entry when left out.',
  },
  estimate: { type: 'string', description: 'Why it is an estimate and not a cited number.' },
  moves_with: { type: 'string', description: 'Id of the driver it moves with.' },
  prices: { type: ['string', 'number'], description: 'Date of the prices of an amount of money.' },
  note: { type: 'string', description: 'What a reader should know about it.' },
} as const;

/**
 * The forms of a quantity as definitions: `quantity`, which needs a unit, and `ratio`, which does not.
 *
 * @returns JSON Schema definitions by name
 * @example
 * ```ts
 * Object.keys(quantityDefinitions()); // ['quantity', 'ratio']
 * ```
 */
export function quantityDefinitions(): Record<string, JsonSchema> {
  return {
    quantity: { anyOf: [numberWithUnit, formsOf(numberWithUnit, 'quantity')] },
    ratio: { anyOf: [bareNumber, formsOf(bareNumber, 'ratio')] },
  };
}

function formsOf(number: JsonSchema, self: string): JsonSchema {
  const claim = { $ref: `#/$defs/${self}` };
  const amounts = {
    times: { $ref: '#/$defs/ratio', description: 'Factor on the number of the option or library below.' },
    plus: { ...claim, description: 'Amount added to the number of the option or library below.' },
  };
  const forms = ['value', 'either', ...Object.keys(amounts)];
  return {
    type: 'object',
    properties: {
      value: number,
      low: { ...number, description: 'Lower end of its range; `as` says what it means.' },
      high: { ...number, description: 'Upper end of its range.' },
      as: { enum: spreads, description: 'How it is spread between low and high; PERT with bounds when left out.' },
      either: {
        type: 'object',
        minProperties: 2,
        additionalProperties: claim,
        description: 'Contradicting claims: what each source or claim says.',
      },
      weights: {
        type: 'object',
        additionalProperties: { type: 'number', minimum: 0 },
        description: 'How much each claim is believed; equally when left out.',
      },
      verdict: { type: 'string', description: 'The claim the authors hold to be right.' },
      ...amounts,
      ...facts,
    },
    anyOf: forms.map((form) => ({ required: [form] })),
    additionalProperties: false,
  };
}
