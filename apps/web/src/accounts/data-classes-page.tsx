// The list of data classes (F111; DB33/T 2350-2021): made by the server from the labels of the contract and its table of clearance.
import { useQuery } from '@tanstack/react-query';
import type { DataClass, DataClasses } from '@zhenghe/contract/accounts';
import { levels } from '@zhenghe/engine/accounts';
import { api, useAddress, useSession } from '../shell/index.ts';
import { Answer, Choice, DataTable, Empty, Figure, FigureRow, Link, Page, Section, useLanguage, useWords } from '../ui/index.ts';
import './accounts.css';
import { ClassTable, LevelWord } from './parts/class-table.tsx';
import { NotYours } from './parts/not-yours.tsx';
import { SearchField } from './parts/search-field.tsx';
import { words as roleWords } from './words.ts';
import { words } from './words-levels.ts';
import { procedureNames } from './words-procedures.ts';

export function DataClassesPage() {
  const all = useWords(words);
  const w = all.classes;
  const session = useSession();
  const role = session?.card?.role;
  const may = role !== undefined && role !== 'public' && role !== 'firm' && role !== 'company' && role !== 'township';
  const answer = useQuery(api.accounts.dataClasses.queryOptions({ enabled: may }));
  if (!may) return <NotYours title={w.title} whose={all.notYours} />;
  return (
    <Page title={w.title} answers={w.answers} actions={/-admin$/.test(role) ? <Link to="/rights">{w.toRights}</Link> : null}>
      <Answer query={answer} rows={12}>
        {(found) => <Classes found={found} />}
      </Answer>
    </Page>
  );
}

function Classes({ found }: { readonly found: DataClasses }) {
  const w = useWords(words).classes;
  const [search, change] = useAddress();
  const language = useLanguage();
  const level = levels.find((one) => one === search.level);
  const rows = found.classes.filter((row) => (!level || row.level === level) && holds(row, search.q ?? '', language));
  const source = { meaning: w.meaning, source: w.source };
  return (
    <>
      <FigureRow>
        <Figure label={w.fields} value={found.fields} unit={w.fieldsUnit} note={w.source} source={source} />
        <Figure label={w.labelled} value={found.labelled} unit={w.fieldsUnit} note={w.fieldsNote} source={source} />
      </FigureRow>
      <p className="note">
        {w.levelsSource} {w.andOneself}
      </p>
      <search className="filters">
        <SearchField label={w.search} />
        <Choice
          label={w.level}
          all={w.all}
          value={level}
          choices={levels.filter((one) => one !== 'L1').map((value) => ({ value, label: w.levels[value] }))}
          onChange={(next) => change({ level: next })}
        />
      </search>
      <ClassTable rows={rows} clearance={found.clearance} />
      <Clearance rows={found.clearance} />
    </>
  );
}

function Clearance({ rows }: { readonly rows: DataClasses['clearance'] }) {
  const w = useWords(words).classes;
  const { role } = useWords(roleWords);
  return (
    <Section title={w.clearance} note={w.clearanceNote}>
      <DataTable
        caption={w.clearance}
        rows={rows}
        rowKey={(row) => row.role}
        empty={<Empty title={w.none} />}
        columns={[
          { key: 'role', title: w.role, render: (row) => role[row.role] },
          { key: 'own', title: w.own, important: true, render: (row) => <LevelWord level={row.own} /> },
          { key: 'below', title: w.below, important: true, render: (row) => <LevelWord level={row.below} /> },
          { key: 'elsewhere', title: w.elsewhere, important: true, render: (row) => <LevelWord level={row.elsewhere} /> },
        ]}
      />
    </Section>
  );
}

function holds({ what, why, answers, takes }: DataClass, text: string, language: 'zh' | 'en'): boolean {
  const wanted = text.trim().toLowerCase();
  return [what[language], why[language], ...[...answers, ...takes].map((one) => `${one} ${procedureNames[language][one] ?? ''}`)].some(
    (part) => part.toLowerCase().includes(wanted),
  );
}
