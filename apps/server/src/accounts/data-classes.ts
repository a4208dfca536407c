// The list of data classes (F111): what the labels of the contract and the table of clearance say, gathered by kind of data.
import type { DataClass, DataClasses } from '@zhenghe/contract/accounts';
import { type ContractField, contractFields } from '@zhenghe/contract/contract-fields';
import { type DataKind, dataKinds } from '@zhenghe/contract/level';
import { roles } from '@zhenghe/contract/roles';
import { masked } from '@zhenghe/engine/accounts';
import { clearance } from './clearance.ts';

/** Invented, and like nobody's. */
const samples: Readonly<Record<DataKind, string>> = {
  'office-name': '王小明',
  'person-id': 'k3v9-0001',
  signatory: '李某某',
  'audit-trail': 'people/k3v9-0001',
  login: 'wangxm',
  network: '10.20.30.40',
  browser: 'Firefox 140',
  'contact-name': '赵先生',
  'contact-reach': '13800000000',
  secret: 'Tea-Hill-Boat-00',
  'one-time-code': '000000',
};

let made: DataClasses | null = null;

/** Walks the contract once; neither it nor the table changes while the product runs. */
export function dataClasses(): DataClasses {
  made ??= madeFrom(contractFields());
  return made;
}

function madeFrom(fields: readonly ContractField[]): DataClasses {
  const labelled = fields.filter(({ label }) => label);
  return {
    classes: kinds.map((kind) =>
      classOf(
        kind,
        labelled.filter(({ label }) => label?.kind === kind),
      ),
    ),
    clearance: roles.map((role) => ({ role, ...clearance[role] })),
    fields: fields.length,
    labelled: labelled.length,
  };
}

const kinds = Object.keys(dataKinds).filter((kind): kind is DataKind => Object.hasOwn(dataKinds, kind));

function classOf(kind: DataKind, fields: readonly ContractField[]): DataClass {
  const { level, mask, area, what, why } = dataKinds[kind];
  const answered = fields.filter(({ way }) => way === 'answered');
  const answers = proceduresOf(answered);
  return {
    ...{ kind, level, area, what, why },
    once: answered.some(({ label }) => label?.once),
    ownOnly: answered.length > 0 && answered.every(({ label }) => label?.whose === 'caller'),
    answers,
    takes: proceduresOf(fields).filter((procedure) => !answers.includes(procedure)),
    sample: samples[kind],
    masked: masked(samples[kind], mask),
  };
}

function proceduresOf(fields: readonly ContractField[]): string[] {
  return [...new Set(fields.map(({ procedure }) => procedure))].sort();
}
