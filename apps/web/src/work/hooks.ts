// My work today as a query, and its count for the top bar.
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

/** What waits for the reader's unit; null while it is not known. */
export function useWorkCount(): number | null {
  const { data } = useMyWork();
  return data ? countOf(data) : null;
}

export function countOf(work: Pick<MyWork, 'late' | 'returned' | 'due' | 'waitingOnMe'>): number {
  return work.late.total + work.returned.total + work.due.total + work.waitingOnMe.total;
}
