/**
 * What was shown is what is filled: the forms that a look at a document found, kept as elements in the extension's own
 * world until the fill. A position and a name would not do: a page can put another form there meanwhile.
 */
import type { Root } from '../page/dom';
import type { FoundForm } from './linking-form';
import { randomName } from './random-name';
import type { Connector, LinkingForm } from './report';

/** A form as it was shown. */
export interface ShownForm {
  readonly scope: WeakRef<Node>;
  readonly root: WeakRef<Root>;
  readonly label: string;
  readonly connector: Connector;
  readonly translated: LinkingForm['translated'];
}

export interface Looks {
  /** @returns a name for this look, by which a fill asks for one of its forms */
  keep(forms: readonly FoundForm[]): string;
  /** The forms of a look, in its order; undefined for one that was never taken, or long ago. */
  formsOf(look: string): readonly ShownForm[] | undefined;
}

/** More looks than popups that somebody opens on one page before pressing. */
const MOST_LOOKS = 10;

export function createLooks(): Looks {
  const looks = new Map<string, readonly ShownForm[]>();
  return {
    keep(forms) {
      const name = randomName();
      const shown = forms.map(({ scope, root, label, connector, translated }) => ({
        scope: new WeakRef<Node>(scope),
        root: new WeakRef(root),
        label,
        connector,
        translated,
      }));
      looks.set(name, shown);
      const [oldest] = looks.keys();
      if (looks.size > MOST_LOOKS && oldest !== undefined) looks.delete(oldest);
      return name;
    },
    formsOf: (look) => looks.get(look),
  };
}
