import { oc } from '@orpc/contract';
import { refusals } from './kernel.ts';

/** Every procedure may refuse for the same named reasons. */
export const procedure = oc.errors(refusals);
