// Identities of the provider that open one's own account: linked and unlinked here, each after a proof of identity.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Bilingual } from '@zhenghe/engine/kernel';
import { api, useAddress } from '../../shell/index.ts';
import { Answer, Button, DataTable, Empty, Failed, Section, useSay, useWords } from '../../ui/index.ts';
import { words } from '../words-door.ts';
import { ProviderButton } from './provider-button.tsx';

export function IdentityList({ provider }: { readonly provider: Bilingual }) {
  const w = useWords(words).identities;
  const say = useSay();
  const [search] = useAddress();
  const cache = useQueryClient();
  const identities = useQuery(api.accounts.identities.queryOptions());
  const unlink = useMutation(
    api.accounts.unlinkIdentity.mutationOptions({
      onSuccess: async (rows) => {
        cache.setQueryData(api.accounts.identities.queryKey(), rows);
        await cache.invalidateQueries({ queryKey: api.accounts.session.queryKey() });
      },
    }),
  );
  const back = search.lang ? `/account?lang=${encodeURIComponent(search.lang)}` : '/account';
  return (
    <Section title={w.title} note={w.note}>
      {unlink.error ? <Failed error={unlink.error} /> : null}
      <Answer query={identities} rows={2}>
        {(rows) => (
          <DataTable
            caption={w.title}
            rows={rows}
            rowKey={(row) => row.id}
            empty={<Empty title={w.none} />}
            wrap
            columns={[
              { key: 'issuer', title: w.issuer, important: true, render: (row) => row.issuer },
              { key: 'linked', title: w.linked, tight: true, render: (row) => dayOf(row.linkedAt) },
              { key: 'how', title: w.how, render: (row) => (row.invited ? w.invited : w.own) },
              {
                key: 'do',
                title: w.action,
                important: true,
                render: (row) => (
                  <Button small busy={unlink.isPending} onClick={() => unlink.mutate({ id: row.id })}>
                    {w.unlink}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Answer>
      <ProviderButton label={w.link(say(provider))} way={{ purpose: 'link', back }} />
    </Section>
  );
}

function dayOf(instant: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(instant));
}
