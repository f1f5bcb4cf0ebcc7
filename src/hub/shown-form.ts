/** Finds the form that a person was shown among those that a page holds now. */
import { contains, isConnected } from '../page/dom';
import type { FoundForm } from './linking-form';
import type { Looks, ShownForm } from './looks';
import type { Connector, FormIdentity, LinkingForm } from './report';

type Words = LinkingForm['translated'];

/**
 * The form among `forms` that the person was shown.
 *
 * The Hub rebuilds its `<form>` when it likes: where that element is gone, the only form in the same shadow root has
 * taken its place.
 *
 * @param forms as they are found now
 * @returns undefined when it is gone, or when its label, its connector or the number of forms is another one
 */
export function shownForm(
  { formsOf }: Pick<Looks, 'formsOf'>,
  { look, index, label, connector, count, translated }: FormIdentity,
  forms: readonly FoundForm[],
): FoundForm | undefined {
  const all = formsOf(look);
  const chosen = all?.[index];
  if (!all || !chosen || forms.length !== count || all.length !== count) return undefined;
  const form = successorOf(chosen, all, forms);
  const isSame = (one: Pick<ShownForm, 'label' | 'connector' | 'translated'>) =>
    one.label === label &&
    isSameConnector(one.connector, connector) &&
    isSameWords(one.translated, translated);
  return form && isSame(chosen) && isSame(form) ? form : undefined;
}

const isSameConnector = (one: Connector, other: Connector): boolean =>
  one.kind === other.kind && one.name === other.name;

/** Chrome leaves out what is null where it hands an answer on. */
const isSameWords = (one: Words | undefined, other: Words | undefined): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

function successorOf(
  chosen: ShownForm,
  all: readonly ShownForm[],
  forms: readonly FoundForm[],
): FoundForm | undefined {
  const scope = chosen.scope.deref();
  if (scope && isConnected(scope)) return forms.find((form) => form.scope === scope);
  const root = chosen.root.deref();
  if (!(root instanceof ShadowRoot)) return undefined;
  if (all.filter((one) => one.root.deref() === root).length !== 1) return undefined;
  const [only, ...others] = forms.filter((form) => form.root === root);
  if (!only || others.length > 0) return undefined;
  // A form that was shown at another place is that one still, wherever it stands now.
  return all.some((one) => one.scope.deref() === only.scope) || !contains(root, only.scope)
    ? undefined
    : only;
}
