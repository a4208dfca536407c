// My work today as a query, and its count for the top bar: the same rows as on the page.
import { useQuery } from '@tanstack/react-query';
import type { MyWork } from '@zhenghe/contract/approvals';
import { api, type SessionData, useSession, useView } from '../shell/index.ts';

export function useMyWork() {
  const { data: dataset, on } = useView();
  const session = useSession();
  const enabled = on !== '' && session !== undefined && hasWork(session);
  return useQuery(api.approvals.work.queryOptions({ input: { dataset, on }, enabled, placeholderData: (before) => before }));
}

/** Units have work; the public, who only read, have none. */
export function hasWork({ card }: SessionData): boolean {
  return card !== null && !workless.includes(card.role);
}

const workless: readonly NonNullable<SessionData['card']>['role'][] = ['public', 'firm', 'system-admin', 'security-admin', 'audit-admin'];

/** What waits for the reader's unit, rounds of consultation among it; null while it is not known. */
export function useWorkCount(): number | null {
  const { data: work } = useMyWork();
  const { data: dataset, on } = useView();
  const session = useSession();
  const enabled = on !== '' && session !== undefined && hasWork(session);
  const { data: rounds } = useQuery(
    api.consultation.list.queryOptions({ input: { dataset, on }, enabled, placeholderData: (before) => before }),
  );
  return work && rounds ? countOf(work) + rounds.filter((round) => round.waitsForMe).length : null;
}

export function countOf(work: Pick<MyWork, 'late' | 'returned' | 'due' | 'waitingOnMe'>): number {
  return work.late.total + work.returned.total + work.due.total + work.waitingOnMe.total;
}
