// The editor's moving parts: the reducer, the check that follows every change, and the way to a cell.
import type { Finding, Place } from '@zhenghe/engine/kernel';
import { checkPlan, type PlanContext, type Rule } from '@zhenghe/engine/plans';
import { useCallback, useEffect, useMemo, useReducer, useState } from 'react';
import { useAddress } from '../shell/index.ts';
import { cellKey } from './cells.ts';
import type { Desk } from './desk.ts';
import { edit, isDirty, startEdit } from './edit.ts';
import { marksOf } from './marks.ts';
import type { PlanDetail } from './shapes.ts';
import { tabOf } from './tabs.ts';
import { findingFromWire, fromWire } from './wire.ts';

const pause = 200;

export interface LiveCheck {
  readonly findings: readonly Finding[];
  /** server: nothing changed since its check; here: checked by this browser; pending: about to be. */
  readonly by: 'server' | 'here' | 'pending';
}

type OpenDesk = Desk & { readonly check: LiveCheck };

/** `unlocked`: the only cells that may be changed, in a returned plan; null when the plan is not returned. */
export function useEditor(detail: PlanDetail, rules: readonly Rule[] | undefined, unlocked: ReadonlySet<string> | null): OpenDesk {
  const [state, dispatch] = useReducer(edit, detail, (first) => startEdit(fromWire(first.plan), first.version));
  const dirty = useMemo(() => isDirty(state), [state]);
  // Another version came from the server; work that is not saved stays as it is.
  const stale = !dirty && state.basedOn !== detail.version;
  useEffect(() => {
    if (stale) dispatch({ kind: 'saved', plan: fromWire(detail.plan), version: detail.version });
  }, [stale, detail]);
  const check = useLiveCheck(state.plan, dirty, detail, rules);
  const marks = useMemo(() => marksOf(check.findings), [check.findings]);
  const goTo = useGoTo();
  const open = detail.mayEdit ? unlocked : null;
  const readOnly = !detail.mayEdit || open !== null;
  return { state, dispatch, marks, findings: check.findings, rules: rules ?? [], readOnly, unlocked: open, dirty, goTo, check };
}

/** The same engine as on the server, a moment after the last keystroke. */
function useLiveCheck(plan: Desk['state']['plan'], changed: boolean, detail: PlanDetail, rules: readonly Rule[] | undefined): LiveCheck {
  const [here, setHere] = useState<{ readonly plan: unknown; readonly findings: readonly Finding[] } | null>(null);
  const context: PlanContext = detail.context;
  useEffect(() => {
    if (!changed || !rules) return;
    const timer = setTimeout(() => setHere({ plan, findings: checkPlan(plan, rules, context).findings }), pause);
    return () => clearTimeout(timer);
  }, [plan, changed, rules, context]);
  const server = useMemo(() => detail.check.findings.map(findingFromWire), [detail.check.findings]);
  // Land is measured by the server only: what it said of the version that was opened stands until the next is saved.
  const spatial = useMemo(() => detail.boundaryFindings.map(findingFromWire), [detail.boundaryFindings]);
  return useMemo(() => {
    if (!changed) return { findings: [...server, ...spatial], by: 'server' };
    return { findings: [...(here?.findings ?? server), ...spatial], by: here?.plan === plan ? 'here' : 'pending' };
  }, [changed, here, plan, server, spatial]);
}

/** Opens the tab a place stands on, then brings its cell into view and focuses it. */
function useGoTo(): (place: Place) => void {
  const [, change] = useAddress();
  return useCallback(
    (place) => {
      change({ tab: tabOf(place) }, { replace: true });
      let tries = 20;
      const seek = () => {
        const found = elementOf(place);
        if (found) return focusOn(found);
        tries -= 1;
        if (tries > 0) setTimeout(seek, 50);
      };
      setTimeout(seek, 0);
    },
    [change],
  );
}

function elementOf(place: Place): HTMLElement | null {
  const named = (attribute: string, value: string) => document.querySelector<HTMLElement>(`[${attribute}="${CSS.escape(value)}"]`);
  return named('data-cell', cellKey(place)) ?? named('data-row', `${place.table}/${place.row ?? ''}`) ?? named('data-place', tabOf(place));
}

function focusOn(element: HTMLElement): void {
  const field = element.matches('input, select, textarea, button')
    ? element
    : element.querySelector<HTMLElement>('input, select, textarea');
  element.scrollIntoView({ block: 'center' });
  (field ?? element).focus({ preventScroll: true });
}
