// Import in three steps: prepare the workbook, drop it, look it over; only then it is saved as a new version (F110).
import { differencesOf } from '@zhenghe/engine/plans';
import { useMemo, useState } from 'react';
import { useOpen, useParam, useView } from '../shell/index.ts';
import { Answer, Button, Link, Notice, Page, Section, useSay, useWords } from '../ui/index.ts';
import { usePlan, usePlanActions, useReadFile } from './hooks.ts';
import { FileDrop } from './parts/file-drop.tsx';
import { ReadProblems } from './parts/read-problems.tsx';
import { ReadResult } from './parts/read-result.tsx';
import { TemplateButton } from './parts/template-button.tsx';
import { refusedBy } from './refused.ts';
import type { PlanDetail } from './shapes.ts';
import { fromWire } from './wire.ts';
import { words } from './words.ts';
import './plans.css';

export function ImportPage() {
  const id = useParam('id');
  const w = useWords(words);
  const query = usePlan(id);
  return (
    <Page title={w.importTitle} answers={w.importAnswer}>
      <p>
        <Link to={`/plans/${encodeURIComponent(id)}`}>{w.backToPlan}</Link>
      </p>
      <Answer query={query}>{(detail) => (detail.mayEdit ? <Steps detail={detail} /> : <Notice title={w.onlyReader} />)}</Answer>
    </Page>
  );
}

function Steps({ detail }: { readonly detail: PlanDetail }) {
  const w = useWords(words);
  const reading = useReadFile();
  const [file, setFile] = useState<File | null>(null);
  const take = (taken: File) => {
    setFile(taken);
    reading.mutate({ file: taken });
  };
  return (
    <>
      <h2>{detail.plan.title}</h2>
      <Section title={w.importStep1} note={w.importStep1Note}>
        <div className="button-row">
          <TemplateButton label={w.template} />
          <TemplateButton label={w.ownTemplate} id={detail.id} version={detail.version} />
        </div>
      </Section>
      <Section title={w.importStep2}>
        <FileDrop onFile={take} busy={reading.isPending} name={file?.name ?? ''} />
        {reading.error ? <ReadProblems refused={refusedBy(reading.error)} /> : null}
      </Section>
      {reading.data && file ? (
        <Section title={w.importStep3}>
          <ReadResult detail={detail} read={reading.data} />
          <Confirm detail={detail} plan={reading.data.plan} file={file} sha256={reading.data.sha256} onAnother={() => reading.reset()} />
        </Section>
      ) : null}
    </>
  );
}

interface ConfirmProps {
  readonly detail: PlanDetail;
  readonly plan: PlanDetail['plan'];
  readonly file: File;
  readonly sha256: string;
  readonly onAnother: () => void;
}

function Confirm({ detail, plan, file, sha256, onAnother }: ConfirmProps) {
  const w = useWords(words);
  const say = useSay();
  const { on } = useView();
  const open = useOpen();
  const { save } = usePlanActions();
  const same = useMemo(() => differencesOf(fromWire(detail.plan), fromWire(plan)).length === 0, [detail.plan, plan]);
  const elsewhere = plan.jurisdiction !== detail.plan.jurisdiction;
  const confirm = () => {
    const note = `${w.import}：${file.name}（SHA-256 ${sha256.slice(0, 12)}…）`.slice(0, 500);
    const asThisPlan = { ...plan, code: detail.plan.code, training: detail.plan.training };
    save.mutate(
      { id: detail.id, on, basedOn: detail.version, plan: asThisPlan, note, file },
      { onSuccess: () => open(`/plans/${encodeURIComponent(detail.id)}`) },
    );
  };
  const refused = save.error ? refusedBy(save.error) : null;
  return (
    <>
      {elsewhere ? <Notice tone="bad" title={w.wrongPlace(plan.jurisdiction, detail.plan.jurisdiction)} /> : null}
      {refused ? (
        <Notice tone="bad" title={w.editor.refused}>
          {refused.reason ? say(refused.reason) : w.editor.tryAgain}
        </Notice>
      ) : null}
      <div className="button-row">
        <Button kind="main" busy={save.isPending} disabled={elsewhere || same} title={same ? w.same : undefined} onClick={confirm}>
          {w.useVersion}
        </Button>
        <Button onClick={onAnother}>{w.another}</Button>
      </div>
    </>
  );
}
