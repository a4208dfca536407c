// Administration of offices, people and units: one tab each; what needs a fresh proof of identity says so first.

import { useQuery } from '@tanstack/react-query';
import { api, type SessionData, useAddress, useSession } from '../shell/index.ts';
import { Empty, Link, Notice, Page, Tabs, useWords } from '../ui/index.ts';
import './accounts.css';
import { OfficeTable } from './parts/office-table.tsx';
import { PeopleTable } from './parts/people-table.tsx';
import { UnitTable } from './parts/unit-table.tsx';
import { words } from './words-people.ts';

export function PeoplePage() {
  const w = useWords(words);
  const session = useSession();
  const role = session?.card?.role;
  if (!session?.account || (role !== 'security-admin' && role !== 'system-admin')) {
    return (
      <Page title={w.title}>
        <Empty title={w.notYours} action={<Link to="/account">{w.toAccount}</Link>} />
      </Page>
    );
  }
  return (
    <Page title={w.title} answers={w.answers}>
      <ProofNotice session={session} />
      <Parts maySecure={role === 'security-admin'} />
    </Page>
  );
}

function ProofNotice({ session }: { readonly session: SessionData }) {
  const w = useWords(words);
  const until = session.account?.freshUntil ?? null;
  if (until !== null && Date.parse(until) > Date.now()) return null;
  return (
    <Notice tone="info" title={w.proveFirst} action={<Link to="/account">{w.toAccount}</Link>}>
      {w.proveNext}
    </Notice>
  );
}

function Parts({ maySecure }: { readonly maySecure: boolean }) {
  const w = useWords(words);
  const [search, change] = useAddress();
  const people = useQuery(api.accounts.people.queryOptions());
  const shown = search.part === 'people' || search.part === 'units' ? search.part : 'offices';
  return (
    <Tabs
      label={w.title}
      active={shown}
      onChange={(part) => change({ part })}
      tabs={[
        { key: 'offices', label: w.tabs.offices, content: <OfficeTable maySecure={maySecure} people={people.data ?? []} /> },
        { key: 'people', label: w.tabs.people, content: <PeopleTable maySecure={maySecure} /> },
        { key: 'units', label: w.tabs.units, content: <UnitTable maySecure={maySecure} /> },
      ]}
    />
  );
}
