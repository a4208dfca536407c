// The audit answers of the contract as plain types.
import type { Answers } from '@zhenghe/contract/client';

export type EntryAnswer = Answers['audit']['get'];
export type EntryRow = Answers['audit']['list']['rows'][number];
export type Report = Answers['audit']['verify'];
