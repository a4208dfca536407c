// Kinds of units that are added by hand: governments come from the list of divisions, not from a form.
import type { Answers } from '@zhenghe/contract/client';

type Kind = Answers['accounts']['units'][number]['kind'];

export const addableUnits: readonly Kind[] = ['department', 'zone', 'township', 'company', 'firm'];
