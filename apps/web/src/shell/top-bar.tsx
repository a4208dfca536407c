// The top bar: name, place, day, data set, search, language, looks, who asks; under it the bands of demo and training.
import { Button, Choice, DateField, Link, Toggle, useLanguage, useLook, useSay, useWords } from '../ui/index.ts';
import { NavCount } from './nav-count.tsx';
import { PlaceSwitch } from './place-switch.tsx';
import type { NounRoute } from './route.ts';
import { SearchEverywhere } from './search-everywhere.tsx';
import type { SessionData } from './session.ts';
import { useAddress, useView } from './view.ts';
import { words } from './words.ts';

interface TopBarProps {
  readonly session: SessionData;
  readonly routes: readonly NounRoute[];
  readonly menuOpen: boolean;
  readonly onMenu: () => void;
}

export function TopBar({ session, routes, menuOpen, onMenu }: TopBarProps) {
  const w = useWords(words);
  const say = useSay();
  const view = useView();
  return (
    <header className={menuOpen ? 'top open' : 'top'}>
      <div className="top-bar">
        <button type="button" className="menu-button" aria-expanded={menuOpen} onClick={onMenu}>
          <span aria-hidden="true">☰</span> <span className="visually-hidden">{w.menu}</span>
        </button>
        <Link to="/" className="product">
          <img src="/mark.svg" alt="" width="24" height="24" /> 整合 <span lang="en">Zhenghe</span>
        </Link>
        <SearchEverywhere />
        <Counted session={session} routes={routes} />
        <div className="switches">
          <PlaceSwitch />
          <DaySwitch session={session} />
          <DatasetSwitch session={session} />
          <LanguageSwitch />
          <LookSwitch />
          <Who session={session} />
        </div>
      </div>
      <div className="bands">
        {view.data === 'training' ? (
          <p className="band training">
            <strong>训练数据 Training data</strong> <span>{w.trainingNote}</span>
          </p>
        ) : null}
        {session.account?.viewingAs ? (
          <p className="band demo">
            <strong>{w.viewing(say(session.account.viewingAs))}</strong> <Link to="/account">{w.viewingEnd}</Link>
          </p>
        ) : null}
        {session.profile === 'demo' ? (
          <p className="band demo">
            <strong>演示 Demo</strong> <span>{w.demo}</span>
          </p>
        ) : null}
      </div>
    </header>
  );
}

/** Pages where something may wait for the reader, with how much: seen from everywhere, on a phone too. */
function Counted({ session, routes }: Pick<TopBarProps, 'session' | 'routes'>) {
  const say = useSay();
  return routes.map(({ path, nav }) =>
    nav?.useCount && (nav.shownTo?.(session) ?? true) ? (
      <Link key={path} to={path} className="counted">
        {say(nav.title)}
        <NavCount useCount={nav.useCount} />
      </Link>
    ) : null,
  );
}

function DaySwitch({ session }: { readonly session: SessionData }) {
  const w = useWords(words);
  const view = useView();
  const [, change] = useAddress();
  return (
    <div className="day-switch">
      <DateField label={w.asOf} bare value={view.on} onChange={(on) => change({ on: on === session.day ? undefined : on })} />
      {view.on === session.day ? null : (
        <Button kind="quiet" small label={w.openingDay} title={w.openingDay} onClick={() => change({ on: undefined })}>
          ↺
        </Button>
      )}
    </div>
  );
}

function DatasetSwitch({ session }: { readonly session: SessionData }) {
  const w = useWords(words);
  const view = useView();
  const [, change] = useAddress();
  if (session.datasets.length < 2) return null;
  const choices = session.datasets.map((value) => ({ value, label: w[value] }));
  return (
    <Choice label={w.data} bare value={view.data} choices={choices} width={110} onChange={(data) => change({ data, page: undefined })} />
  );
}

function LanguageSwitch() {
  const w = useWords(words);
  const language = useLanguage();
  const [, change] = useAddress();
  const choices = [
    { value: 'zh' as const, label: '中文' },
    { value: 'en' as const, label: 'EN' },
  ];
  return <Toggle label={w.language} value={language} choices={choices} onChange={(lang) => change({ lang })} />;
}

function LookSwitch() {
  const w = useWords(words);
  const { scheme, letters, setScheme, setLetters } = useLook();
  return (
    <div className="look-switch">
      <Button
        kind="quiet"
        small
        pressed={letters === 'large'}
        title={letters === 'large' ? w.ordinary : w.larger}
        label={w.larger}
        onClick={() => setLetters(letters === 'large' ? 'ordinary' : 'large')}
      >
        字
      </Button>
      <Button
        kind="quiet"
        small
        pressed={scheme === 'dark'}
        title={scheme === 'dark' ? w.light : w.dark}
        label={w.dark}
        onClick={() => setScheme(scheme === 'dark' ? 'light' : 'dark')}
      >
        {scheme === 'dark' ? '☀' : '☾'}
      </Button>
    </div>
  );
}

function Who({ session }: { readonly session: SessionData }) {
  const w = useWords(words);
  const say = useSay();
  const name = session.card ? say(session.card.unit) : w.public;
  if (session.profile !== 'demo') {
    const { account } = session;
    return (
      <Link to={account ? '/account' : '/sign-in'} className="who" title={account ? w.ownAccount : w.signIn}>
        {account ? (session.card ? `${account.person.name} · ${name}` : account.person.name) : w.signIn}
      </Link>
    );
  }
  return (
    <Link to="/roles" className="who" title={w.changeRole}>
      {name}
    </Link>
  );
}
