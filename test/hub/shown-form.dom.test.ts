/** Which form is the one that was shown, once the page has built its forms anew. */
import { afterEach, expect, test } from 'vitest';
import type { FoundForm } from '../../src/hub/linking-form';
import { createLooks } from '../../src/hub/looks';
import { shownForm } from '../../src/hub/shown-form';

type Found = Pick<FoundForm, 'scope' | 'root' | 'label' | 'connector' | 'translated'>;

afterEach(() => document.body.replaceChildren());

/** A tree in the page with a place for forms. */
function tree(): ShadowRoot {
  const host = document.createElement('div');
  document.body.append(host);
  return host.attachShadow({ mode: 'open' });
}

function found(root: FoundForm['root'], parent: Node = root): FoundForm {
  const scope = document.createElement('form');
  parent.appendChild(scope);
  const connector = { kind: 'dagster', name: 'Dagster' } as const;
  return { scope, root, label: '', connector, translated: null } satisfies Found as unknown as FoundForm;
}

/** The page takes its form away. */
const remove = ({ scope }: FoundForm) => (scope as Element).remove();

/** The first of the forms that were shown, among those that are there now. */
function successor(shown: readonly FoundForm[], now: readonly FoundForm[], count = now.length) {
  const looks = createLooks();
  const [first] = shown;
  if (!first) throw new Error('Nothing was shown.');
  const { label, connector, translated } = first;
  return shownForm(looks, { look: looks.keep(shown), index: 0, label, connector, count, translated }, now);
}

test('The only form in the same shadow root has taken its place, also beside a form elsewhere', () => {
  const root = tree();
  const shown = [found(root), found(tree())] as const;
  remove(shown[0]);
  const rebuilt = found(root);
  expect(successor(shown, [rebuilt, shown[1]])).toBe(rebuilt);
});

test.each<[string, () => [shown: FoundForm[], now: FoundForm[], count?: number]]>([
  [
    'is in the tree of the page, where anything may stand',
    () => {
      const shown = found(document, document.body);
      remove(shown);
      return [[shown], [found(document, document.body)]];
    },
  ],
  [
    'could have taken the place of two',
    () => {
      const root = tree();
      const shown = [found(root), found(root)];
      shown.forEach(remove);
      return [shown, [found(root), found(tree())]];
    },
  ],
  [
    'is one of two in that root',
    () => {
      const root = tree();
      const shown = [found(root), found(tree())];
      shown.forEach(remove);
      return [shown, [found(root), found(root)]];
    },
  ],
  [
    'was shown at another place',
    () => {
      const root = tree();
      const [gone, other] = [found(root), found(tree())];
      remove(gone);
      root.append(other.scope);
      return [
        [gone, other],
        [{ ...other, root }, found(tree())],
      ];
    },
  ],
  [
    'has been taken out of that root since',
    () => {
      const root = tree();
      const gone = found(root);
      remove(gone);
      return [[gone], [found(root, tree())]];
    },
  ],
  [
    'was one of another number',
    () => {
      const one = found(tree());
      return [[one, found(tree())], [one], 1];
    },
  ],
])('No form that %s', (_, prepare) => {
  expect(successor(...prepare())).toBeUndefined();
});
