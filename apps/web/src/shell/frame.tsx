// The frame around every page: skip link, top bar, bands, the list of nouns, the page.
import { Outlet, useSearch } from '@tanstack/react-router';
import { Suspense, useEffect, useState } from 'react';
import { Button, Empty, Failed, LanguageProvider, Link, Loading, LookProvider, Page, useWords } from '../ui/index.ts';
import type { Search } from './address.ts';
import { askAtDoor, useDoor } from './door.ts';
import { IdleWatch } from './idle-watch.tsx';
import { NavList } from './nav.tsx';
import type { Door, NounRoute } from './route.ts';
import { type SessionData, useSessionQuery } from './session.ts';
import { TopBar } from './top-bar.tsx';
import { viewOf } from './view.ts';
import { words } from './words.ts';

interface FrameProps {
  readonly routes: readonly NounRoute[];
  readonly door: () => Promise<Door>;
}

export function Frame({ routes, door }: FrameProps) {
  const search: Search = useSearch({ strict: false });
  const { language } = viewOf(search, undefined, navigator.language);
  return (
    <LanguageProvider language={language}>
      <LookProvider>
        <Inside routes={routes} door={door} />
      </LookProvider>
    </LanguageProvider>
  );
}

function Inside({ routes, door }: FrameProps) {
  const w = useWords(words);
  const session = useSessionQuery();
  const [menuOpen, setMenuOpen] = useState(false);
  if (session.error && !session.data) {
    return (
      <main className="alone">
        <h1>{w.noServer}</h1>
        <p>{w.noServerNext}</p>
        <Failed error={session.error} onRetry={() => session.refetch()} />
      </main>
    );
  }
  if (!session.data) return <Opening />;
  return (
    <div className="frame">
      <a className="skip" href="#content">
        {w.skip}
      </a>
      <TopBar session={session.data} routes={routes} menuOpen={menuOpen} onMenu={() => setMenuOpen(!menuOpen)} />
      <div className="body">
        <NavList routes={routes} session={session.data} open={menuOpen} onGo={() => setMenuOpen(false)} />
        <main id="content" tabIndex={-1}>
          <Suspense fallback={<Loading rows={10} />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      {session.data.account ? <AtDoor session={session.data} account={session.data.account} door={door} /> : null}
    </div>
  );
}

interface AtDoorProps {
  readonly session: SessionData;
  readonly account: NonNullable<SessionData['account']>;
  readonly door: () => Promise<Door>;
}

/** Loaded beforehand: when it is needed the server may be gone for a moment. */
function AtDoor({ session, account, door }: AtDoorProps) {
  const w = useWords(words);
  const { asked, left } = useDoor();
  const [Dialog, setDialog] = useState<Door | null>(null);
  useEffect(() => void door().then((part) => setDialog(() => part)), [door]);
  return (
    <>
      <IdleWatch idleMinutes={account.idleMinutes} />
      {left ? (
        <div className="left-band" role="status">
          {w.signedOut} <Button onClick={() => void askAtDoor('sign-in')}>{w.signInAgain}</Button>
        </div>
      ) : null}
      {asked !== null && Dialog ? <Dialog asked={asked} session={session} /> : null}
    </>
  );
}

function Opening() {
  const w = useWords(words);
  return (
    <main className="alone" aria-busy="true">
      <h1>整合 Zhenghe</h1>
      <p>{w.starting}</p>
      <Loading rows={8} />
    </main>
  );
}

export function NotFound() {
  const w = useWords(words);
  return (
    <Page title={w.notFound}>
      <Empty title={w.notFoundNext} action={<Link to="/">{w.toOverview}</Link>} />
    </Page>
  );
}

export function PageFault({ error }: { readonly error: unknown }) {
  const w = useWords(words);
  return (
    <div className="page">
      <Failed error={error} onRetry={() => window.location.reload()} />
      <Button kind="quiet" onClick={() => window.location.assign('/')}>
        {w.toOverview}
      </Button>
    </div>
  );
}
