// Settings of sign-in, for the system administrator; others who may read them see them.
import { useMutation, useQuery } from '@tanstack/react-query';
import type { AccountSettings } from '@zhenghe/contract/accounts';
import { passwordProfiles } from '@zhenghe/engine/accounts';
import { useState } from 'react';
import { api, useSession } from '../shell/index.ts';
import { Answer, Choice, Empty, Link, Notice, Page, TextInput, useWords } from '../ui/index.ts';
import './accounts.css';
import { useListsAgain } from './hooks.ts';
import { AccountForm } from './parts/account-form.tsx';
import { words } from './words-people.ts';

export function SettingsPage() {
  const all = useWords(words);
  const w = all.settings;
  const role = useSession()?.card?.role;
  const may = role === 'system-admin' || role === 'security-admin';
  const settings = useQuery(api.accounts.settings.queryOptions({ enabled: may }));
  if (!may) {
    return (
      <Page title={w.title}>
        <Empty title={all.notYours} action={<Link to="/account">{all.toAccount}</Link>} />
      </Page>
    );
  }
  return (
    <Page title={w.title} answers={w.answers}>
      <Answer query={settings} rows={3}>
        {(now) => <SettingsForm now={now} mayChange={role === 'system-admin'} />}
      </Answer>
    </Page>
  );
}

function SettingsForm({ now, mayChange }: { readonly now: AccountSettings; readonly mayChange: boolean }) {
  const w = useWords(words).settings;
  const [profile, setProfile] = useState(now.passwordProfile);
  const [idle, setIdle] = useState(String(now.idleMinutes));
  const [absolute, setAbsolute] = useState(String(now.absoluteHours));
  const again = useListsAgain();
  const save = useMutation(api.accounts.saveSettings.mutationOptions({ onSuccess: again }));
  const [idleMinutes, absoluteHours] = [Number(idle), Number(absolute)];
  const right = within(idleMinutes, 5, 60) && within(absoluteHours, 1, 24);
  return (
    <AccountForm
      label={w.title}
      send={w.send}
      main
      busy={save.isPending}
      error={save.error}
      disabled={!mayChange || !right}
      onSend={() => save.mutate({ passwordProfile: profile, idleMinutes, absoluteHours })}
    >
      <Choice
        label={w.profile}
        note={w.clash}
        value={profile}
        disabled={!mayChange}
        choices={passwordProfiles.map((value) => ({ value, label: w.profiles[value] }))}
        onChange={(next) => next && setProfile(next)}
      />
      <TextInput label={w.idle} value={idle} disabled={!mayChange} onChange={setIdle} />
      <TextInput label={w.absolute} value={absolute} disabled={!mayChange} onChange={setAbsolute} />
      {mayChange ? null : <p className="note">{w.readOnly}</p>}
      {save.isSuccess ? <Notice tone="good" title={w.saved} /> : null}
    </AccountForm>
  );
}

function within(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
