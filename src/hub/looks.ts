/**
 * What was shown is what is filled: the forms that a look at a document found, kept as elements in the extension's own
 * world until the fill. A position and a name would not do: a page can put another form there meanwhile.
 */
import { contains, isConnected, type Root } from '../page/dom';
import type { FoundForm } from './linking-form';
import type { Connector, FormIdentity } from './report';

interface ShownForm {
  readonly scope: WeakRef<Node>;
  readonly root: WeakRef<Root>;
  readonly label: string;
  readonly connector: Connector;
}

export interface Looks {
  /** @returns a name for this look, by which a fill asks for one of its forms */
  keep(forms: readonly FoundForm[]): string;
  /**
   * The form among `forms` that the person was shown.
   *
   * The Hub rebuilds its `<form>` when it likes: where that element is gone, the only form in the same shadow root has
   * taken its place.
   *
   * @param forms as they are found now
   * @returns undefined when it is gone, or when its label, its connector or the number of forms is another one
   */
  shown(identity: FormIdentity, forms: readonly FoundForm[]): FoundForm | undefined;
}

/** More looks than popups that somebody opens on one page before pressing. */
const MOST_LOOKS = 10;

const isSameConnector = (one: Connector, other: Connector): boolean =>
  one.kind === other.kind && one.name === other.name;

export function createLooks(): Looks {
  const looks = new Map<string, readonly ShownForm[]>();

  return {
    keep(forms) {
      const name = crypto.randomUUID();
      const shown = forms.map(({ scope, root, label, connector }) => ({
        scope: new WeakRef<Node>(scope),
        root: new WeakRef(root),
        label,
        connector,
      }));
      looks.set(name, shown);
      const [oldest] = looks.keys();
      if (looks.size > MOST_LOOKS && oldest !== undefined) looks.delete(oldest);
      return name;
    },
    shown({ look, index, label, connector, count }, forms) {
      const all = looks.get(look);
      const chosen = all?.[index];
      if (!all || !chosen || forms.length !== count || all.length !== count) return undefined;
      if (chosen.label !== label || !isSameConnector(chosen.connector, connector)) return undefined;
      const form = placeTaker(chosen, all, forms);
      const isSame = form?.label === label && isSameConnector(form.connector, connector);
      return isSame ? form : undefined;
    },
  };
}

function placeTaker(
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
