// Tags as queries, and a rule tried as it is typed.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, useSession, useView } from '../../shell/index.ts';
import type { TagRow } from '../shapes.ts';

export function useTag(code: string) {
  const { data: dataset, on } = useView();
  return useQuery(api.explorer.tag.queryOptions({ input: { code, dataset, on }, enabled: code !== '' && on !== '' }));
}

/** ms without a key before a rule is tried. */
const pause = 350;

export function useTrial(rule: string, grain: TagRow['grain']) {
  const { data: dataset, on } = useView();
  const [settled, setSettled] = useState(rule);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(rule), pause);
    return () => clearTimeout(timer);
  }, [rule]);
  const input = { dataset, on, rule: settled, grain };
  const query = useQuery(
    api.explorer.tryTag.queryOptions({ input, enabled: settled.trim() !== '' && on !== '', placeholderData: (before) => before }),
  );
  // An answer to an older text would mark the wrong characters.
  return { query, current: settled === rule && !query.isPlaceholderData };
}

/** Who may propose: provincial offices (the server decides again). */
export function useMayPropose(): boolean {
  const role = useSession()?.card?.role;
  return role === 'province' || role === 'department';
}

export function usePropose() {
  const cache = useQueryClient();
  return useMutation(
    api.definitions.propose.mutationOptions({ onSuccess: () => cache.invalidateQueries({ queryKey: api.definitions.key() }) }),
  );
}
