// The explorer's answers as the contract gives them, without its schemas.
import type { Answers, Client } from '@zhenghe/contract/client';
import type { PivotAnswer } from '@zhenghe/contract/explorer';

export type Choices = Answers['explorer']['choices'];
export type ChoiceRow = Choices['indicators'][number];
export type PivotWire = Answers['explorer']['pivot'];
export type { PivotAnswer };
export type AnswerIndicator = PivotAnswer['indicators'][number];
export type AnswerRow = PivotAnswer['rows'][number];
export type Card = Answers['explorer']['card'];
export type Ask = Parameters<Client['explorer']['pivot']>[0];
export type TagRow = Answers['explorer']['tags'][number];
export type TagAnswer = Answers['explorer']['tag'];
export type IndicatorAnswer = Answers['indicators']['get'];
