// The consultation answers of the contract as plain types.
import type { Comment, RoundDetail, RoundOffer, RoundRow } from '@zhenghe/contract/consultation';

export type { Comment, RoundDetail, RoundOffer, RoundRow };
export type Aim = Comment['aim'];
export type AskedUnit = RoundDetail['units'][number];
export type RoundKind = RoundRow['kind'];
export type RoundState = RoundRow['state'];
export type Outcome = NonNullable<Comment['answer']>['outcome'];
export type Stance = NonNullable<Comment['stance']>;
