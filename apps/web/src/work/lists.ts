// The lists of my work in the order they are read: what burns first, what only waits last; nothing at all is one page.
import type { MyWork } from '@zhenghe/contract/approvals';

export type ListName = keyof MyWork;

const mine: readonly ListName[] = ['late', 'returned', 'due', 'waitingOnMe', 'waitingOnOthers'];

/** Leaders also see where the cases of their area lie. Lists with something in them come before empty ones. */
export function listsFor(work: MyWork, leads: boolean): readonly ListName[] {
  const names: readonly ListName[] = leads ? [...mine, 'stuck'] : mine;
  const filled = names.filter((name) => work[name].total > 0);
  return [...filled, ...names.filter((name) => !filled.includes(name))];
}
