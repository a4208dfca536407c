// The hosting register (F09, S2-(四), S2-(十三)): township by township, who runs it and how much of it is protected. The text says
// “a high share” and gives no line, so the shares are ranked and nothing is judged.
import { isMissing } from '@zhenghe/engine/kernel';
import { useView } from '../shell/index.ts';
import { Answer, ClauseLink, Empty, Facts, Link, MissingText, Notice, Page, StateWord, useWords } from '../ui/index.ts';
import { percent } from './areas.ts';
import { useIsStaff, usePlanOf, useTownships } from './hooks.ts';
import { LandArea } from './parts/land-area.tsx';
import type { Township } from './shapes.ts';
import { words } from './words.ts';
import './boundaries.css';

export function HostingPage() {
  const w = useWords(words);
  const staff = useIsStaff();
  return (
    <Page title={w.hostingTitle} answers={w.hostingAnswer}>
      {staff ? <Register /> : <Empty title={w.layersPublic} />}
    </Page>
  );
}

function Register() {
  const w = useWords(words);
  const { place } = useView();
  const query = useTownships(place);
  return (
    <Answer query={query}>
      {(rows) => (rows.length === 0 ? <Empty title={w.hostingNone}>{w.hostingNoneNext}</Empty> : <Cards rows={rows} place={place} />)}
    </Answer>
  );
}

function Cards({ rows, place }: { readonly rows: readonly Township[]; readonly place: string }) {
  const w = useWords(words);
  const { plan, loading } = usePlanOf(place);
  return (
    <>
      <Notice tone="quiet" title={w.noVerdict} action={<ClauseLink citation={{ pack: 'zj-2020-guidance', clause: 'S2-(十三)' }} />} />
      {plan ? (
        <p>
          {w.ofPlan} <Link to={`/plans/${encodeURIComponent(plan.id)}`}>{plan.plan.title}</Link>
        </p>
      ) : loading ? null : (
        <p className="note">{w.noPlan}</p>
      )}
      <h2>{w.release}</h2>
      <ul className="township-cards">
        {rows
          .toSorted((a, b) => Number(b.share) - Number(a.share))
          .map((row) => (
            <Card key={row.township} row={row} plan={plan?.plan ?? null} />
          ))}
      </ul>
    </>
  );
}

type Plan = NonNullable<ReturnType<typeof usePlanOf>['plan']>['plan'];

function Card({ row, plan }: { readonly row: Township; readonly plan: Plan | null }) {
  const w = useWords(words);
  const said = plan?.townships.find(({ name }) => name === row.name);
  const parts = plan?.parts.filter(({ entrustedTo }) => entrustedTo.includes(row.name)) ?? [];
  return (
    <li className="township-card">
      <h3>{row.name}</h3>
      {said ? (
        <StateWord tone={said.hosted ? 'info' : 'quiet'}>{said.hosted ? w.hosted : w.notHosted}</StateWord>
      ) : (
        <StateWord tone="quiet">{w.hostingUnknown}</StateWord>
      )}
      <Facts
        rows={[
          [w.measuredShare, <b key="share">{percent(row.share)}</b>],
          [
            w.declaredShare,
            said && !isMissing(said.protectedShare) ? percent(said.protectedShare) : <MissingText key="missing" reason="not-given" />,
          ],
          [w.protected, <LandArea key="protected" m2={row.protectedArea} />],
          [w.area, <LandArea key="area" m2={row.area} />],
          [w.zoneDoes, said?.hosted ? w.zoneRuns : null],
          [w.townDoes, said?.hosted ? w.townRuns : null],
          [w.entrustedParts, parts.map(({ name }) => name).join(w.listed) || null],
        ]}
      />
    </li>
  );
}
