// A round of consultation (征求意见): which kinds there are, where one stands, and what a comment can be answered.
export const roundKinds = ['internal', 'public'] as const;
export type RoundKind = (typeof roundKinds)[number];

/** open: comments are taken; closed: they are being answered; answered: all are; published: the answer table is out. */
export const roundStates = ['open', 'closed', 'answered', 'published'] as const;
export type RoundState = (typeof roundStates)[number];

export const commentOutcomes = ['adopted', 'partly', 'not'] as const;
export type CommentOutcome = (typeof commentOutcomes)[number];
