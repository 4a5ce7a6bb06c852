import { browser } from '../src/platform/browser';
import { t, type MessageKey } from '../src/platform/i18n';
import { healthStateOf, type HealthView } from '../src/protocol/health';
import { useAction } from './core/use-action';
import { reportOf } from './health-report';
import { Button } from './parts/button';
import { Failure } from './parts/failure';
import { Note } from './parts/note';
import { useToast } from './parts/toast';

/** How Sotto gets on with the page of this chat, in one sentence, with what still works; and the report. */
export function Health({ health }: { readonly health: HealthView }) {
  const state = healthStateOf(health);
  if (state === 'working') return <p class="small soft">{t('healthWorking')}</p>;
  return (
    <section class="stack" aria-labelledby="health-title">
      <h3 id="health-title">{t(state === 'broken' ? 'healthBrokenTitle' : 'healthDegradedTitle')}</h3>
      <Note kind={state === 'broken' ? 'bad' : 'warn'}>{t(troubleOf(health))}</Note>
      <Report health={health} />
    </section>
  );
}

/** The worst that was found, with what to do. */
function troubleOf({ box, list, insert }: HealthView): MessageKey {
  if (box === 'missing') return 'healthNoBox';
  if (insert === 'refused') return 'healthRefused';
  return list === 'missing' ? 'healthNoList' : 'healthUnseen';
}

/** Shown before it is copied, so that a person sees what they pass on. */
function Report({ health }: { readonly health: HealthView }) {
  const copying = useAction();
  const toast = useToast();
  const report = reportOf(health, browser.runtime.getManifest().version, navigator.userAgent);
  const copy = () =>
    void copying.run(async () => {
      await navigator.clipboard.writeText(report);
      toast({ text: t('healthCopied') });
    });
  return (
    <details>
      <summary>{t('healthReport')}</summary>
      <div class="stack">
        <p class="small soft">{t('healthReportText')}</p>
        <pre class="health-report mono small">{report}</pre>
        <Button icon="copy" busy={copying.busy} onPress={copy}>
          {t('healthCopy')}
        </Button>
        <Failure of={copying.failure} />
      </div>
    </details>
  );
}

/** A site that Sotto has facts about, and whose page does not look like them. */
export function isUnrecognised(health: HealthView | null): health is HealthView {
  return health !== null && health.chat === 'none' && health.site !== 'generic';
}

export function Unrecognised({
  siteName,
  health,
}: {
  readonly siteName: string;
  readonly health: HealthView;
}) {
  return (
    <div class="stack">
      <h2>{t('unrecognisedTitle')}</h2>
      <p class="soft">{t('unrecognisedText', siteName)}</p>
      <Report health={health} />
    </div>
  );
}
