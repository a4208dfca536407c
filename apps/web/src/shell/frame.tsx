// The frame around every page: skip link, top bar, bands, the list of nouns, the page.
import { Outlet, useSearch } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { Button, Empty, Failed, LanguageProvider, Link, Loading, LookProvider, Page, useWords } from '../ui/index.ts';
import type { Search } from './address.ts';
import { NavList } from './nav.tsx';
import type { NounRoute } from './route.ts';
import { useSessionQuery } from './session.ts';
import { TopBar } from './top-bar.tsx';
import { viewOf } from './view.ts';
import { words } from './words.ts';

export function Frame({ routes }: { readonly routes: readonly NounRoute[] }) {
  const search: Search = useSearch({ strict: false });
  const { language } = viewOf(search, undefined, navigator.language);
  return (
    <LanguageProvider language={language}>
      <LookProvider>
        <Inside routes={routes} />
      </LookProvider>
    </LanguageProvider>
  );
}

function Inside({ routes }: { readonly routes: readonly NounRoute[] }) {
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
    </div>
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
