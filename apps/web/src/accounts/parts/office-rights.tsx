// One person's rights: choose an office that holds; its role is looked up below, and the security administrator may look as it does.
import { useMutation, useQuery } from '@tanstack/react-query';
import { api, useAddress } from '../../shell/index.ts';
import { Button, Choice, Failed, useWords } from '../../ui/index.ts';
import { useNewSession } from '../hooks.ts';
import { words as roleWords } from '../words.ts';
import { words } from '../words-levels.ts';

export function OfficeRights({ maySecure }: { readonly maySecure: boolean }) {
  const w = useWords(words).rights;
  const { role: roleWord } = useWords(roleWords);
  const [search, change] = useAddress();
  const renew = useNewSession();
  const offices = useQuery(api.accounts.offices.queryOptions());
  const look = useMutation(api.accounts.viewAs.mutationOptions({ onSuccess: renew }));
  const held = (offices.data ?? []).filter((one) => one.state === 'granted' && one.to === null);
  const chosen = held.find((one) => one.id === search.office);
  return (
    <div className="filters">
      <Choice
        label={w.person}
        all={w.anyone}
        value={chosen?.id}
        searchable
        width={280}
        choices={held.map((one) => ({ value: one.id, label: `${one.personName} · ${roleWord[one.role]} · ${one.unitName}` }))}
        onChange={(office) => change({ office, role: held.find((one) => one.id === office)?.role })}
      />
      {chosen && maySecure && !chosen.role.endsWith('-admin') ? (
        <Button title={w.lookNote} busy={look.isPending} onClick={() => look.mutate({ office: chosen.id })}>
          {w.look}
        </Button>
      ) : null}
      {look.error ? <Failed error={look.error} /> : null}
    </div>
  );
}
