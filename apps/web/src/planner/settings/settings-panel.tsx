// Every setting with its unit, meaning, default and clause; changed together and saved once.
import { useState } from 'react';
import { Answer, Button, Choice, ClauseLink, DataTable, Section, StateWord, TextInput, useSay, useWords } from '../../ui/index.ts';
import type { Board } from '../board/use-board.ts';
import { useDefaults } from '../hooks.ts';
import type { Defaults, Settings } from '../shapes.ts';
import { words } from '../words-settings.ts';
import { differs, type PlainSetting, plainNames, plainSettings, problemOf, textOf, withText } from './draft.ts';
import { JointPart } from './joint-part.tsx';
import { QuotasPart } from './quotas-part.tsx';

export function SettingsPanel({ board }: { readonly board: Board }) {
  const { scenario } = board;
  return (
    <Answer query={useDefaults(scenario.scope, scenario.day)} rows={14}>
      {(defaults) => <Panel key={scenario.version} board={board} defaults={defaults} />}
    </Answer>
  );
}

type Texts = Readonly<Partial<Record<PlainSetting, string>>>;

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
        <Plain {...{ defaults, typed, texts, mayChange }} onText={(name, text) => setTexts((now) => ({ ...now, [name]: text }))} />
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

interface PlainProps extends Pick<PanelProps, 'defaults'> {
  readonly typed: Settings;
  readonly texts: Texts;
  readonly mayChange: boolean;
  readonly onText: (name: PlainSetting, text: string) => void;
}

type Row = Defaults['about'][number] & { readonly setting: PlainSetting };

function Plain({ defaults, typed, texts, mayChange, onText }: PlainProps) {
  const w = useWords(words);
  const say = useSay();
  const rows = defaults.about.flatMap((about): Row[] => {
    const setting = plainNames.find((name) => name === about.setting);
    return setting ? [{ ...about, setting }] : [];
  });
  const standard = (name: PlainSetting) => textOf(defaults.settings, name) || w.unset;
  return (
    <DataTable
      caption={w.title}
      rows={rows}
      rowKey={({ setting }) => setting}
      empty={null}
      wrap
      columns={[
        {
          key: 'setting',
          title: w.setting,
          width: 240,
          render: ({ title, note, setting }) => (
            <div id={`setting-${setting}`}>
              <b>{say(title)}</b>
              <div className="note">{say(note)}</div>
            </div>
          ),
        },
        {
          key: 'value',
          title: w.value,
          width: 180,
          important: true,
          render: ({ setting, title, unit }) => {
            const text = texts[setting] ?? textOf(typed, setting);
            const problem = problemOf(setting, text);
            return (
              <TextInput
                label={`${say(title)} ${unit ? say(unit) : ''}`}
                bare
                value={text}
                disabled={!mayChange}
                onChange={(next) => onText(setting, next)}
                error={problem ? w[problem] : null}
                note={
                  <>
                    {unit ? say(unit) : null} {plainSettings[setting].optional ? w.unsetNote : null}
                  </>
                }
              />
            );
          },
        },
        {
          key: 'standard',
          title: w.standard,
          tight: true,
          important: true,
          render: ({ setting, title }) =>
            differs(setting, typed, defaults.settings) ? (
              <div>
                <StateWord tone="warn">{w.changed}</StateWord> <span className="number">{standard(setting)}</span>
                {mayChange ? (
                  <div>
                    <Button
                      small
                      kind="quiet"
                      label={w.backOf(say(title))}
                      onClick={() => onText(setting, textOf(defaults.settings, setting))}
                    >
                      {w.back}
                    </Button>
                  </div>
                ) : null}
              </div>
            ) : (
              <span className="note">{w.asStandard}</span>
            ),
        },
        {
          key: 'clause',
          title: w.clause,
          important: true,
          render: ({ clause }) => (clause ? <ClauseLink citation={clause} /> : <span className="note">{w.product}</span>),
        },
      ]}
    />
  );
}
