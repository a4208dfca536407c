// The library's answers of the contract as plain types.
import type { Answers, Client } from '@zhenghe/contract/client';

export type IndicatorRow = Answers['indicators']['library'][number];
export type IndicatorView = Answers['indicators']['get'];
export type Use = IndicatorView['uses'][number];
export type Calibre = IndicatorRow['calibres'][number];
export type Merging = Answers['indicators']['merging'];
export type TypedFormula = Answers['indicators']['formula'];
export type FormulaPart = TypedFormula['parts'][number];
export type Problem = TypedFormula['problems'][number];
export type BundleRead = Answers['indicators']['readBundle'];

export type DefinitionVersion = Answers['definitions']['list'][number];
export type DefinitionKind = DefinitionVersion['kind'];
export type DefinitionState = DefinitionVersion['state'];
export type Change = DefinitionVersion['changes'][number];
export type Definition = Parameters<Client['definitions']['propose']>[0]['definition'];
export type Indicator = Extract<Definition, { kind: 'indicator' }>['body'];
