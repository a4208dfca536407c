// The effective rights (F112): role by procedure by reach, made by the server from the table it asks itself; and one person's, by office.
import { useQuery } from '@tanstack/react-query';
import type { Right } from '@zhenghe/contract/accounts';
import { roles } from '@zhenghe/contract/roles';
import { api, useAddress, useSession } from '../shell/index.ts';
import { Answer, Choice, Link, Page, useLanguage, useWords } from '../ui/index.ts';
import './accounts.css';
import { NotYours } from './parts/not-yours.tsx';
import { OfficeRights } from './parts/office-rights.tsx';
import { isEverybodys, RightTable } from './parts/right-table.tsx';
import { SearchField } from './parts/search-field.tsx';
import { words as roleWords } from './words.ts';
import { words } from './words-levels.ts';
import { procedureNames } from './words-procedures.ts';

export function RightsPage() {
  const all = useWords(words);
  const w = all.rights;
  const session = useSession();
  const may = /-admin$/.test(session?.card?.role ?? '');
  const answer = useQuery(api.accounts.rights.queryOptions({ enabled: may }));
  if (!may) return <NotYours title={w.title} whose={all.notYoursRights} />;
  return (
    <Page title={w.title} answers={w.answers} actions={<Link to="/data-classes">{w.toClasses}</Link>}>
      <p className="note">{w.scopeNote}</p>
      {session?.card?.role === 'audit-admin' ? null : <OfficeRights maySecure={session?.card?.role === 'security-admin'} />}
      <Filters />
      <Answer query={answer} rows={12}>
        {(rows) => <Rights rows={rows} />}
      </Answer>
    </Page>
  );
}

function Filters() {
  const w = useWords(words).rights;
  const { role } = useWords(roleWords);
  const [search, change] = useAddress();
  return (
    <search className="filters">
      <SearchField label={w.search} />
      <Choice
        label={w.role}
        all={w.all}
        value={roles.find((one) => one === search.role)}
        choices={roles.map((value) => ({ value, label: role[value] }))}
        onChange={(next) => change({ role: next, office: undefined })}
      />
      <Choice
        label={w.kind}
        all={w.both}
        value={search.kind === 'writes' || search.kind === 'reads' ? search.kind : undefined}
        choices={[
          { value: 'reads', label: w.reads },
          { value: 'writes', label: w.writes },
        ]}
        onChange={(next) => change({ kind: next })}
      />
    </search>
  );
}

function Rights({ rows }: { readonly rows: readonly Right[] }) {
  const w = useWords(words).rights;
  const { role: roleWord } = useWords(roleWords);
  const [search] = useAddress();
  const language = useLanguage();
  const role = roles.find((one) => one === search.role);
  const wanted = (search.q ?? '').trim().toLowerCase();
  // What everybody may comes last: nobody looks for it.
  const ofRole = role ? rows.filter((row) => row.roles.some((one) => one.role === role)) : rows;
  const shown = [...ofRole.filter((row) => !isEverybodys(row)), ...ofRole.filter(isEverybodys)].filter(
    ({ procedure, writes, path }) =>
      (search.kind === undefined || (search.kind === 'writes') === writes) &&
      `${procedure} ${path} ${procedureNames[language][procedure] ?? ''}`.toLowerCase().includes(wanted),
  );
  return (
    <>
      {role ? <p>{w.may(roleWord[role], ofRole.length, rows.length)}</p> : null}
      <RightTable rows={shown} role={role} />
    </>
  );
}
