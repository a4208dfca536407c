// Boundaries as queries, and the actions on them. A reading under way is asked for again until it stands still.
import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, useSession, useView } from '../shell/index.ts';
import { countyOutlines } from '../ui/index.ts';
import type { Reading, Target } from './shapes.ts';

/** ms between two looks at work under way. */
const look = 400;
/** As the server has it for layers, parcels and townships. */
const staff: readonly string[] = ['province', 'city', 'county', 'department', 'zone'];
const moving: readonly Reading['stage'][] = ['reading', 'measuring'];

export function useReading(id: string | undefined) {
  return useQuery(
    api.boundaries.reading.queryOptions({
      input: { id: id ?? '' },
      enabled: id !== undefined,
      refetchInterval: ({ state }) => (state.data && moving.includes(state.data.stage) ? look : false),
    }),
  );
}

export function useDraft(id: string | undefined) {
  const { on } = useView();
  return useQuery(api.boundaries.draft.queryOptions({ input: { id: id ?? '', on }, enabled: id !== undefined }));
}

/** What a plan version carries; null while it carries none. */
export function usePlanBoundaries(plan: string, version?: number, enabled = true) {
  const { on } = useView();
  return useQuery(api.boundaries.ofPlan.queryOptions({ input: { plan, on, ...(version && { version }) }, enabled }));
}

/** Layers in force on the day in view, of one place or of all the reader may see. */
export function useLayers(jurisdiction?: string) {
  const { data: dataset, on } = useView();
  const staff = useIsStaff();
  return useQuery(
    api.boundaries.layers.queryOptions({
      input: { dataset, on, ...(jurisdiction && { jurisdiction }) },
      enabled: staff && on !== '',
      placeholderData: (before) => before,
    }),
  );
}

/** The rules of the day that land is measured for; null while they are on their way, or where none are in force. */
export function useBoundaryRules(jurisdiction: string) {
  const { on } = useView();
  return useQuery(api.policy.inForce.queryOptions({ input: { on, jurisdiction }, staleTime: 10 * 60_000 })).data?.boundaryRules ?? null;
}

export function useLayerShapes(ids: readonly string[]) {
  return useQueries({ queries: ids.map((id) => api.boundaries.layer.queryOptions({ input: { id }, staleTime: 10 * 60_000 })) });
}

/** Layers are for whoever works in a unit; the public and firms see what plans carry. */
export function useIsStaff(): boolean {
  const role = useSession()?.card?.role;
  return role !== undefined && staff.includes(role);
}

export function useBoundaryActions() {
  const cache = useQueryClient();
  const onReading = (next: Reading) => cache.setQueryData(api.boundaries.reading.queryKey({ input: { id: next.id } }), next);
  const onKept = () =>
    Promise.all(
      [api.boundaries.ofPlan.key(), api.boundaries.layers.key(), api.plans.key(), api.approvals.key()].map((queryKey) =>
        cache.invalidateQueries({ queryKey }),
      ),
    );
  return {
    upload: useMutation(api.boundaries.upload.mutationOptions({ onSuccess: onReading })),
    confirm: useMutation(api.boundaries.confirm.mutationOptions({ onSuccess: onReading })),
    cancel: useMutation(api.boundaries.cancel.mutationOptions({ onSuccess: onReading })),
    keep: useMutation(api.boundaries.keep.mutationOptions({ onSuccess: onKept })),
  };
}

/** Parcels of closed zones of a place, as on the day in view. */
export function useParcels(jurisdiction: string) {
  const { data: dataset, on } = useView();
  const enabled = useIsStaff() && on !== '';
  return useQuery(api.boundaries.parcels.queryOptions({ input: { dataset, on, jurisdiction }, enabled }));
}

export function useTownships(jurisdiction: string) {
  const { data: dataset, on } = useView();
  const enabled = useIsStaff() && on !== '';
  return useQuery(api.boundaries.townships.queryOptions({ input: { dataset, on, jurisdiction }, enabled }));
}

/** The plan of a place, where there is one the reader may see; null when there is none. */
export function usePlanOf(jurisdiction: string) {
  const { data: dataset, on } = useView();
  const list = useQuery(api.plans.list.queryOptions({ input: { dataset, asOf: on, jurisdiction } }));
  const id = list.data?.find((row) => row.jurisdiction === jurisdiction)?.id;
  const plan = useQuery(api.plans.get.queryOptions({ input: { id: id ?? '', on }, enabled: id !== undefined }));
  return { plan: plan.data ?? null, loading: list.isLoading || plan.isLoading };
}

/** The plan that a draft or file is for; of a layer there is none. */
function usePlanFor(target: Target) {
  const { on } = useView();
  const id = target.kind === 'plan' ? target.plan : '';
  return useQuery(api.plans.get.queryOptions({ input: { id, on }, enabled: id !== '' })).data?.plan;
}

/** The place whose land it is; '' while it is not known. */
export function usePlaceFor(target: Target): string {
  const plan = usePlanFor(target);
  return target.kind === 'layer' ? target.jurisdiction : (plan?.jurisdiction ?? '');
}

/** Outlines of the counties that ship with the product, for orientation; null while they are on their way. */
export function useOutlines(): unknown {
  return useQuery({ queryKey: ['county-outlines'], queryFn: countyOutlines, staleTime: Number.POSITIVE_INFINITY }).data ?? null;
}

/** Names of a plan's zones, by code; of a layer there are none. */
export function useZoneNames(target: Target): ReadonlyMap<string, string> {
  const plan = usePlanFor(target);
  return useMemo(() => new Map(plan?.zones.map(({ code, name }) => [code, name])), [plan]);
}
