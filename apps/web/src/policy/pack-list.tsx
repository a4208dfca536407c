// The documents the product stands on: what each is, from when it applies, and its content hash.
import { usePlaceName } from '../shell/index.ts';
import { Answer, Facts, Link, Page, useSay, useWords } from '../ui/index.ts';
import { usePacks } from './hooks.ts';
import { PackStatus } from './parts/pack-status.tsx';
import { PolicyTabs } from './parts/policy-tabs.tsx';
import type { PackSummary } from './shapes.ts';
import { words } from './words.ts';

export function PackList() {
  const w = useWords(words);
  return (
    <Page title={w.nav} answers={w.packsAnswer}>
      <PolicyTabs />
      <Answer query={usePacks()}>
        {(packs) => (
          <div className="packs">
            {packs.map((pack) => (
              <PackCard key={pack.id} pack={pack} parent={packs.find((one) => one.id === pack.parent)} />
            ))}
          </div>
        )}
      </Answer>
    </Page>
  );
}

function PackCard({ pack, parent }: { readonly pack: PackSummary; readonly parent: PackSummary | undefined }) {
  const w = useWords(words);
  const say = useSay();
  const nameOf = usePlaceName();
  const { clauses, parameters, checks, targets, facts } = pack.counts;
  const until = pack.appliesTo ? ` ${w.appliesTo} ${pack.appliesTo}` : '';
  return (
    <section className={`pack ${pack.status}`} aria-label={say(pack.title)}>
      <h2>{say(pack.title)}</h2>
      <PackStatus status={pack.status} /> <span className="number">{pack.number ?? <span className="missing">{w.noNumber}</span>}</span>
      <p className="note status-note">{w.statusNote[pack.status]}</p>
      <Facts
        rows={[
          [w.issuer, `${say(pack.issuer)} · ${nameOf(pack.jurisdiction)}`],
          [
            w.appliesFrom,
            <span key="from">
              <span className="number">{shownDay(pack)}</span>
              {until} <span className="note">{w.precision[pack.precision]}</span>
              {pack.dateNote ? <span className="note"> · {say(pack.dateNote)}</span> : null}
            </span>,
          ],
          [w.parent, parent ? say(parent.title) : w.noParent],
          [w.source, say(pack.source)],
          [w.version, pack.version],
          [
            w.hash,
            <span key="hash" className="hash" title={w.hashNote}>
              {pack.hash}
            </span>,
          ],
        ]}
      />
      <p className="note">{w.counts(clauses, parameters, checks, targets, facts)}</p>
      <Link to="/policy/clauses" search={{ pack: pack.id }}>
        {w.openClauses}
      </Link>
    </section>
  );
}

/** No more of the date than the source gives. */
function shownDay({ appliesFrom, precision }: PackSummary): string {
  if (precision === 'year') return appliesFrom.slice(0, 4);
  return precision === 'month' ? appliesFrom.slice(0, 7) : appliesFrom;
}
