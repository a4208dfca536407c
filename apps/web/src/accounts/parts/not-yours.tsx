// A page that is not for whoever asks: whom it is for, and the way to become one of them.
import { useSession } from '../../shell/index.ts';
import { Empty, Link, Page, useWords } from '../../ui/index.ts';
import { words } from '../words-levels.ts';

export function NotYours({ title, whose }: { readonly title: string; readonly whose: string }) {
  const w = useWords(words);
  const demo = useSession()?.profile === 'demo';
  return (
    <Page title={title}>
      <Empty title={whose} action={<Link to={demo ? '/roles' : '/sign-in'}>{demo ? w.chooseRole : w.signIn}</Link>} />
    </Page>
  );
}
