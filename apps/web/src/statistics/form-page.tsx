// One form as it is read: its groups and rows, its checks with their clause or as the product's own, its days; and an editor that
// proposes a new version of it.
import { useState } from 'react';
import { useParam, useSession } from '../shell/index.ts';
import { Answer, Button, ClauseLink, Facts, Page, useSay, useWords } from '../ui/index.ts';
import { FormChecks } from './forms/form-checks.tsx';
import { FormEditor } from './forms/form-editor.tsx';
import { FormRows } from './forms/form-rows.tsx';
import { useLibrary } from './forms/library.ts';
import { DueWords } from './forms-page.tsx';
import { useForm } from './hooks.ts';
import { StatisticsTabs } from './parts/statistics-tabs.tsx';
import type { FormDetail } from './shapes.ts';
import { words } from './words.ts';
import { words as formWords } from './words-forms.ts';

export function FormPage() {
  const c = useWords(words);
  const w = useWords(formWords);
  const query = useForm(useParam('code'));
  if (query.data) return <FormView detail={query.data} />;
  return (
    <Page title={c.tabs.forms} answers={w.pageAnswers}>
      <StatisticsTabs />
      <Answer query={query} rows={10}>
        {() => null}
      </Answer>
    </Page>
  );
}

function FormView({ detail }: { readonly detail: FormDetail }) {
  const w = useWords(formWords);
  const say = useSay();
  const [editing, setEditing] = useState(false);
  const library = useLibrary();
  const role = useSession()?.card?.role;
  const mayPropose = role === 'province' || role === 'department';
  const { form } = detail;
  return (
    <Page
      title={say(form.title)}
      answers={w.pageAnswers}
      actions={
        mayPropose && !editing ? (
          <Button kind="main" onClick={() => setEditing(true)}>
            {w.propose}
          </Button>
        ) : null
      }
    >
      <StatisticsTabs />
      {editing ? (
        <FormEditor detail={detail} library={library} onClose={() => setEditing(false)} />
      ) : (
        <>
          <Head detail={detail} />
          {form.groups.map((group) => (
            <FormRows key={group.id} group={group} library={library} />
          ))}
          <FormChecks checks={form.checks} library={library} />
        </>
      )}
    </Page>
  );
}

function Head({ detail: { form, version, pack } }: { readonly detail: FormDetail }) {
  const c = useWords(words);
  const w = useWords(formWords);
  const say = useSay();
  return (
    <Facts
      rows={[
        [w.about, say(form.about)],
        [w.audience, c.audience[form.audience]],
        [w.frequency, c.grain[form.frequency]],
        [w.due, <DueWords key="due" form={form} />],
        [w.from, form.from],
        [w.to, form.to ?? w.open],
        [w.version, version === 0 ? `${w.shipped}${pack ? ` (${pack})` : ''}` : String(version)],
        [w.basis, form.clause ? <ClauseLink key="clause" citation={form.clause} /> : w.basisNone],
        [w.note, form.note ? say(form.note) : null],
      ]}
    />
  );
}
