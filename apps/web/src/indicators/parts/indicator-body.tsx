// One indicator: what it means, how it is made, whose it is, its thresholds, its definitions over time, and where it is used.
import { ClauseLink, Facts, Link, Notice, useSay, useWords } from '../../ui/index.ts';
import type { IndicatorRow, IndicatorView } from '../shapes.ts';
import { words } from '../words.ts';
import { CalibreTable } from './calibre-table.tsx';
import { FormulaText } from './formula-text.tsx';
import { UseList } from './use-list.tsx';

/** `brief`: in the panel beside the list, with a link to its page. */
export function IndicatorBody({ view, brief = false }: { readonly view: IndicatorView; readonly brief?: boolean }) {
  const w = useWords(words);
  const say = useSay();
  const { indicator, uses, absorbed } = view;
  return (
    <div className={brief ? 'indicator' : 'indicator wide'}>
      <div>
        <p className="indicator-meaning">{say(indicator.meaning)}</p>
        <Marks indicator={indicator} />
        <FormulaText view={view} />
        <AboutFacts indicator={indicator} />
      </div>
      <div>
        <h3>{w.calibres}</h3>
        <CalibreTable calibres={indicator.calibres} />
        <h3>{w.uses}</h3>
        <UseList uses={uses} />
        <Absorbed absorbed={absorbed} />
        {brief ? (
          <p>
            <Link to={`/indicators/${indicator.code}`}>{w.open}</Link>
          </p>
        ) : null}
      </div>
    </div>
  );
}

function Absorbed({ absorbed }: Pick<IndicatorView, 'absorbed'>) {
  const w = useWords(words);
  const say = useSay();
  if (absorbed.length === 0) return null;
  return (
    <>
      <h3>{w.absorbed}</h3>
      <ul className="plain">
        {absorbed.map(({ code, name }) => (
          <li key={code}>
            <Link to={`/indicators/${code}`}>{say(name)}</Link> <code>{code}</code>
          </li>
        ))}
      </ul>
    </>
  );
}

function Marks({ indicator }: { readonly indicator: IndicatorRow }) {
  const w = useWords(words);
  const { mergedInto, retired, publication } = indicator;
  return (
    <>
      {publication === 'evaluation-only' ? <Notice tone="warn" title={w.evaluationOnly} /> : null}
      {mergedInto !== null ? (
        <Notice tone="quiet" title={w.merged(mergedInto)} action={<Link to={`/indicators/${mergedInto}`}>{w.open}</Link>} />
      ) : retired ? (
        <Notice tone="quiet" title={w.retired} />
      ) : null}
    </>
  );
}

function AboutFacts({ indicator }: { readonly indicator: IndicatorRow }) {
  const w = useWords(words);
  const say = useSay();
  const { numerator, denominator, weight, clause, note, pack, version, aliases } = indicator;
  const withUnit = (value: string | null) => (value === null ? w.noneSet : `${value} ${indicator.unit}`);
  const { least, most } = indicator;
  return (
    <Facts
      rows={[
        [w.code, <code key="code">{indicator.code}</code>],
        [w.aliases, aliases.join('、')],
        [w.unit, indicator.unit],
        [w.group, w.groups[indicator.group]],
        [w.direction, w.directions[indicator.direction]],
        [w.numerator, numerator && say(numerator)],
        [w.denominator, denominator && say(denominator)],
        [w.accrual, w.accruals[indicator.accrual]],
        [w.gathering, w.gatherings[indicator.gathering]],
        [w.weight, weight && <Link to={`/indicators/${weight}`}>{weight}</Link>],
        [w.source, say(indicator.source)],
        [w.owner, say(indicator.owner)],
        [w.frequency, w.grains[indicator.frequency]],
        [w.warning, withUnit(indicator.warning)],
        [w.good, withUnit(indicator.good)],
        [w.bounds, least === null && most === null ? null : w.boundsOf(least ?? w.noBound, most ?? w.noBound)],
        [w.publication, w.publications[indicator.publication]],
        ['*', indicator.starred ? w.starred : null],
        [w.clause, clause ? <ClauseLink key="clause" citation={clause} /> : w.noClause],
        [w.pack, pack ?? w.own],
        [w.version, version === 0 ? w.shipped : w.changed(version)],
        [w.note, note && say(note)],
      ]}
    />
  );
}
