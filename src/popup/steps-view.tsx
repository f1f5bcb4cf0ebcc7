/** Draws the way to a token and to the form. */

import { Button } from '../ui/button';
import type { Translate } from '../words';
import type { Dispatch } from './action';
import type { Step } from './way-there';

interface StepsProps {
  readonly steps: readonly Step[];
  readonly dispatch: Dispatch;
  readonly t: Translate;
}

export function Steps({ steps, dispatch, t }: StepsProps) {
  return (
    <section class="way" aria-labelledby="way">
      <h2 id="way">{t('way_there')}</h2>
      <ol>
        {steps.map((step, index) => (
          <StepItem key={step.name} step={step} position={index + 1} dispatch={dispatch} t={t} />
        ))}
      </ol>
    </section>
  );
}

interface StepProps {
  readonly step: Step;
  /** Counted from 1. */
  readonly position: number;
  readonly dispatch: Dispatch;
  readonly t: Translate;
}

function StepItem(props: StepProps) {
  const { step, position, t } = props;
  const { progress } = step;
  return (
    <li
      class={progress === 'done' ? 'sr-only' : progress}
      aria-current={progress === 'current' ? 'step' : undefined}
    >
      <span class="mark" aria-hidden="true">
        {position}
      </span>
      <div class="step">
        <span class="text">
          {t(step.text)}
          {progress === 'done' && <span class="sr-only"> {t('step_done')}</span>}
        </span>
        <StepActions {...props} />
      </div>
    </li>
  );
}

function StepActions({ step: { show, open, copyDescription }, dispatch, t }: StepProps) {
  return (
    <>
      {open === 'dagster' && (
        <Button label={t('open_dagster')} onPress={() => dispatch({ type: 'open-dagster' })} />
      )}
      {open === 'tokens-page' && (
        <Button label={t('open_tokens_page')} onPress={() => dispatch({ type: 'open-tokens-page' })} />
      )}
      {copyDescription && (
        <Button
          label={t('copy_description')}
          look="link"
          onPress={() => dispatch({ type: 'copy-description' })}
        />
      )}
      {show && <Button label={t('show_me')} onPress={() => dispatch({ type: 'show', control: show })} />}
    </>
  );
}
