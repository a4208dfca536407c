// The consultation of this plan on its page: its rounds, and for the unit that drafts it the beginning of the next.
import { SubjectPanel } from '../../consultation/index.ts';
import { useSession } from '../../shell/index.ts';
import { useDesk } from '../desk.ts';
import type { PlanDetail } from '../shapes.ts';

/** Governments draft plans; departments and everybody else only speak of them. */
const drafters = ['county', 'city', 'province'] as const;

export function ConsultationPanel({ detail }: { readonly detail: PlanDetail }) {
  const { dirty } = useDesk();
  const card = useSession()?.card;
  const own = drafters.some((role) => role === card?.role) && card?.jurisdiction === detail.plan.jurisdiction;
  return <SubjectPanel noun="plans" subject={detail.id} drafts={own && detail.version === detail.latest} unsaved={dirty} />;
}
