/** What everybody sees who is not signed in. */
import { useState } from 'preact/hooks';
import { signIn } from './api';
import { Button } from './controls';
import { Mark } from './icons';
import look from './look.module.css';
import { t } from './words';

export function SignIn() {
  const [email, setEmail] = useState('');
  const [problem, setProblem] = useState('');
  const submit = async (event: Event) => {
    event.preventDefault();
    try {
      const { location: next } = await signIn(email);
      const stays = new URL(next).host === location.host && location.pathname !== '/';
      location.assign(stays ? location.href : next);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <div class={`${look.app} ${look.signIn}`}>
      <form class={look.signInCard} onSubmit={submit}>
        <Mark />
        <h1 class={look.title}>{t('Sign in to Dagster+')}</h1>
        <label class={look.field}>
          <span>{t('Work email')}</span>
          <input
            class={look.input}
            type="email"
            required
            autocomplete="username"
            value={email}
            onInput={({ currentTarget }) => setEmail(currentTarget.value)}
          />
        </label>
        {problem && (
          <p class={look.problem} role="alert">
            {problem}
          </p>
        )}
        <Button kind="primary" submit>
          {t('Continue')}
        </Button>
        <div class={look.or}>{t('or')}</div>
        <Button submit>{t('Continue with single sign-on')}</Button>
      </form>
    </div>
  );
}
