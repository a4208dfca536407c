// Every setting with its unit, meaning, default and clause; changed together and saved once.
import { useState } from 'react';
import { Answer, Button, Choice, Section, useSay, useWords } from '../../ui/index.ts';
import type { Board } from '../board/use-board.ts';
import { useDefaults } from '../hooks.ts';
import type { Defaults } from '../shapes.ts';
import { words } from '../words-settings.ts';
import { differs, type PlainSetting, plainNames, problemOf, withText } from './draft.ts';
import { JointPart } from './joint-part.tsx';
import { PlainSettings, type Texts } from './plain-settings.tsx';
import { QuotasPart } from './quotas-part.tsx';

export function SettingsPanel({ board }: { readonly board: Board }) {
  const { scenario } = board;
  return (
    <Answer query={useDefaults(scenario.scope, scenario.day)} rows={14}>
      {(defaults) => <Panel key={scenario.version} board={board} defaults={defaults} />}
    </Answer>
  );
}

interface PanelProps {
  readonly board: Board;
  readonly defaults: Defaults;
}

function Panel({ board, defaults }: PanelProps) {
  const w = useWords(words);
  const say = useSay();
  const { content, mayChange, setSettings } = board;
  const [draft, setDraft] = useState(content.settings);
  const [texts, setTexts] = useState<Texts>({});
  const typed = plainNames.reduce(
    (settings, name) => (isFine(name, texts[name]) ? withText(settings, name, texts[name] ?? '') : settings),
    draft,
  );
  const wrong = plainNames.some((name) => texts[name] !== undefined && problemOf(name, texts[name] ?? '') !== null);
  const dirty = wrong || defaults.about.some(({ setting }) => differs(setting, typed, content.settings));
  const changed = defaults.about.filter(({ setting }) => differs(setting, typed, defaults.settings)).length;
  const discard = () => {
    setDraft(content.settings);
    setTexts({});
  };
  const acts = mayChange ? (
    <>
      <Button kind="main" disabled={!dirty || wrong} onClick={() => setSettings(typed)}>
        {w.apply}
      </Button>
      <Button disabled={!dirty} onClick={discard}>
        {w.discard}
      </Button>
    </>
  ) : null;
  return (
    <div className="stack">
      <Section title={w.title} note={changed > 0 ? w.counted(changed) : null} actions={acts}>
        <p className="note">
          {w.note} {say(defaults.note)}
        </p>
        <PlainSettings {...{ defaults, typed, texts, mayChange }} onText={(name, text) => setTexts((now) => ({ ...now, [name]: text }))} />
        <Choice
          label={say(defaults.about.find(({ setting }) => setting === 'missing')?.title ?? { zh: '', en: '' })}
          value={typed.missing}
          disabled={!mayChange}
          width={300}
          choices={(['county-median', 'leave-out'] as const).map((value) => ({ value, label: w.missingChoices[value] }))}
          onChange={(missing) => (missing ? setDraft((now) => ({ ...now, missing })) : undefined)}
        />
      </Section>
      <QuotasPart board={board} settings={typed} onChange={(quotas) => setDraft((now) => ({ ...now, quotas }))} />
      <JointPart board={board} settings={typed} onChange={(joint) => setDraft((now) => ({ ...now, joint }))} />
    </div>
  );
}

function isFine(name: PlainSetting, text: string | undefined): boolean {
  return text !== undefined && problemOf(name, text) === null;
}
