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
  // What is offered follows from where the plan stands: a revision that was just opened is asked about anew.
  const key = `${detail.state}/${detail.latest}`;
  return <SubjectPanel key={key} noun="plans" subject={detail.id} drafts={own && detail.version === detail.latest} unsaved={dirty} />;
}
