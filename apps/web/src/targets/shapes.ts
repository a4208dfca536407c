// The target sheet as the contract gives it, without its schemas.
import type { Answers } from '@zhenghe/contract/client';

export type Sheet = Answers['targets']['sheet'];
export type TargetLine = Sheet['lines'][number];
export type BesideRow = Sheet['beside'][number];
export type Comparison = Answers['targets']['compare'];
