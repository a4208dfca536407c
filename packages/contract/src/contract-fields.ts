// Every field the API takes or answers, with its label: for the list of data classes, and for the test that forgets none.
import { contract } from './index.ts';
import { type Field, fieldsOf, shapeOf } from './level.ts';

export interface ContractField extends Field {
  /** noun.name */
  readonly procedure: string;
  readonly way: 'taken' | 'answered';
}

export function contractFields(): readonly ContractField[] {
  return Object.entries(contract).flatMap(([noun, members]) =>
    Object.entries(members).flatMap(([name, { '~orpc': facts }]) => {
      const procedure = `${noun}.${name}`;
      const { inputSchema, outputSchema } = facts;
      return [
        ...fieldsOf(shapeOf(inputSchema)).map((field) => ({ ...field, procedure, way: 'taken' as const })),
        ...fieldsOf(shapeOf(outputSchema)).map((field) => ({ ...field, procedure, way: 'answered' as const })),
      ];
    }),
  );
}
