/** The list of all stories, with a switch for each way to look at them. */
import { LANGUAGES } from '../popup/languages';
import { isPage, type Look, lookIn, queryOf, SIZES, STORIES, THEMES } from './look';

const form = document.forms[0] as HTMLFormElement;
const frame = document.querySelector('iframe') as HTMLIFrameElement;
const list = document.querySelector('nav') as HTMLElement;

const SIZE_WORDS: Readonly<Record<Look['size'], string>> = {
  usual: 'usual',
  zoom: '200 % zoom',
  font: 'double font size',
};

const links = STORIES.map((name) => {
  const link = document.createElement('a');
  link.href = `#${name}`;
  link.textContent = name;
  return link;
});
list.append(...links);

const choose = (name: string, options: readonly (readonly [string, string])[], chosen: string): void =>
  (form.elements.namedItem(name) as HTMLSelectElement).append(
    ...options.map(([value, text]) => new Option(text, value, value === chosen, value === chosen)),
  );
const first = lookIn(location.search);
const same = (names: readonly string[]) => names.map((name) => [name, name] as const);
choose('language', same([...LANGUAGES.keys()]), first.language);
choose('theme', same(THEMES), first.theme);
choose('size', Object.entries(SIZE_WORDS) satisfies [string, string][], SIZES[0]);

function show(): void {
  const query = new URLSearchParams(new FormData(form) as never);
  const look = { ...lookIn(`?${query}`), name: location.hash.slice(1) || (STORIES[0] as string) };
  frame.src = `story.html${queryOf(look)}`;
  frame.className = isPage(look.name) || look.size !== 'usual' ? 'large' : '';
  for (const link of links) link.toggleAttribute('aria-current', link.textContent === look.name);
}

form.addEventListener('change', show);
addEventListener('hashchange', show);
show();
