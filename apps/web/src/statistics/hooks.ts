// Statistics as queries, and the actions on them. After an action everything of the noun is asked for again when it is shown.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, useSession, useView } from '../shell/index.ts';

const staff: readonly string[] = ['province', 'city', 'county', 'department', 'zone'];

/** Forms are for whoever works in a unit. */
export function useIsStaff(): boolean {
  const role = useSession()?.card?.role;
  return role !== undefined && staff.includes(role);
}

/** Fills in, rather than accepts and approves. */
export function useFills(): boolean {
  return useSession()?.card?.role === 'zone';
}

export function useForms() {
  const { data: dataset, on } = useView();
  const enabled = useIsStaff() && on !== '';
  return useQuery(api.statistics.forms.queryOptions({ input: { dataset, on }, enabled, placeholderData: (before) => before }));
}

export function useForm(code: string | undefined) {
  const { data: dataset, on } = useView();
  return useQuery(api.statistics.form.queryOptions({ input: { code: code ?? '', dataset, on }, enabled: code !== undefined }));
}

export function useSheet(id: string) {
  const { on } = useView();
  return useQuery(api.statistics.sheet.queryOptions({ input: { id, on }, placeholderData: (before) => before }));
}

export function useVersions(id: string, enabled: boolean) {
  return useQuery(api.statistics.versions.queryOptions({ input: { id }, enabled }));
}

export function useTimeliness(form: string) {
  const { data: dataset, on } = useView();
  return useQuery(api.statistics.timeliness.queryOptions({ input: { dataset, on, form } }));
}

export function useBurden() {
  const { data: dataset, on } = useView();
  return useQuery(api.statistics.burden.queryOptions({ input: { dataset, on }, enabled: useIsStaff() }));
}

export function useRoster() {
  const { data: dataset, on } = useView();
  return useQuery(api.statistics.roster.queryOptions({ input: { dataset, on }, enabled: useIsStaff() }));
}

/** Asks for everything of statistics, its cases and my work again. */
function useRefresh(): () => Promise<void> {
  const cache = useQueryClient();
  return async () => {
    await Promise.all([api.statistics.key(), api.approvals.key()].map((queryKey) => cache.invalidateQueries({ queryKey })));
  };
}

export function useStatisticsActions() {
  const onSuccess = useRefresh();
  return {
    submit: useMutation(api.statistics.submit.mutationOptions({ onSuccess })),
    decide: useMutation(api.statistics.decide.mutationOptions({ onSuccess })),
    openPeriod: useMutation(api.statistics.openPeriod.mutationOptions({ onSuccess })),
    lockPeriod: useMutation(api.statistics.lockPeriod.mutationOptions({ onSuccess })),
    enrol: useMutation(api.statistics.enrol.mutationOptions({ onSuccess })),
  };
}
