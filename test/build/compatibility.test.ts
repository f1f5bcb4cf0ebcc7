/** The built packages use nothing that the oldest browser lacks which their manifest lets in, by MDN's data. */
import { describe, expect, it } from 'vitest';
import type { BrowserName } from '../browsers/browser';
import { type Minimum, missingIn } from './compatibility/catalogue';
import { EXCEPTIONS } from './compatibility/exceptions';
import { packageUses } from './compatibility/package-features';
import { packageFile, packageFiles } from './package-files';

const text = (browser: BrowserName, path: string): string => packageFile(browser, path).toString('utf8');

function minimumOf(browser: BrowserName): Minimum {
  const manifest = JSON.parse(text(browser, 'manifest.json'));
  const version =
    browser === 'chrome'
      ? manifest.minimum_chrome_version
      : manifest.browser_specific_settings.gecko.strict_min_version;
  return { browser, version: Number.parseFloat(version) };
}

describe.each(['chrome', 'firefox'] as const)('the package for %s', (browser) => {
  const files = Object.fromEntries(packageFiles(browser).map((path) => [path, text(browser, path)]));
  const missing = missingIn(minimumOf(browser), packageUses(files));
  const excepted = EXCEPTIONS.filter(({ browsers }) => browsers.includes(browser)).flatMap(
    ({ features }) => features,
  );

  it('uses only what the oldest browser has that it is for', () => {
    const unexpected = missing.filter(({ feature }) => !excepted.includes(feature));
    expect(unexpected.map(({ text }) => text)).toEqual([]);
  });

  it('needs each exception that is made for it', () => {
    const needed = missing.map(({ feature }) => feature);
    expect(excepted.filter((feature) => !needed.includes(feature))).toEqual([]);
  });
});

/** What Chrome 116 lacks of what a file uses. */
const missingOf = (path: string, content: string): string[] =>
  missingIn({ browser: 'chrome', version: 116 }, packageUses({ [path]: content })).map(
    ({ feature }) => feature,
  );

const OPACITY = 'api.Element.checkVisibility.options_opacityProperty_parameter';

it.each([
  ['a method', 'script.js', 'table.moveBefore(row, null)', 'api.Document.moveBefore'],
  ['a method by its text', 'script.js', 'table[`moveBefore`](row, null)', 'api.Document.moveBefore'],
  ['a method that is taken out', 'script.js', 'const { moveBefore: move } = a', 'api.Document.moveBefore'],
  ['the same of an argument', 'script.js', 'f(({ moveBefore }) => 1)', 'api.Document.moveBefore'],
  ['a static method of a class', 'script.js', 'URL.parse(a)', 'api.URL.parse_static'],
  ['a builtin', 'script.js', 'Promise.try(f)', 'javascript.builtins.Promise.try'],
  ['a class', 'script.js', 'new CloseWatcher()', 'api.CloseWatcher'],
  ['a way to new objects', 'script.js', 'a.when(`click`).first()', 'api.EventTarget.when'],
  ['a method of iterators', 'script.js', 'a.values().take(2)', 'javascript.builtins.Iterator.take'],
  ['a class of Intl', 'script.js', 'new Intl.DurationFormat()', 'javascript.builtins.Intl.DurationFormat'],
  ['an event', 'script.js', 'a.addEventListener("command", f)', 'api.HTMLElement.command_event'],
  ['an event in JSX', 'script.js', 'e(`div`, { onCommand: f })', 'api.HTMLElement.command_event'],
  ['an option', 'script.js', 'a.checkVisibility({ opacityProperty: !0 })', OPACITY],
  ['an option of elsewhere', 'script.js', 'o = { opacityProperty: !0 }; a.checkVisibility(b)', OPACITY],
  ['the extension API', 'script.js', 'chrome.action.openPopup()', 'webextensions.api.action.openPopup'],
  ['the same bundled', 'script.js', 'n.default.action.openPopup()', 'webextensions.api.action.openPopup'],
  ['one of its namespaces', 'script.js', 'chrome.userScripts', 'webextensions.api.userScripts'],
  ['an element', 'script.js', 'e(`selectedcontent`, {})', 'html.elements.selectedcontent'],
  ['an attribute', 'script.js', 'e(`button`, { commandfor: a })', 'html.elements.button.commandfor'],
  ['a selector', 'script.js', 'a.querySelector(`p:has-slotted`)', 'css.selectors.has-slotted'],
  ['a style', 'script.js', 'getComputedStyle(a).fieldSizing', 'css.properties.field-sizing'],
  ['a regular expression', 'script.js', '/(?i:a)b/.test(c)', 'javascript.regular_expressions.modifier'],
  ['syntax', 'script.js', '{ using a = b() }', 'javascript.statements.using'],
  ['a property', 'style.css', 'p { field-sizing: content }', 'css.properties.field-sizing'],
  ['a value', 'style.css', 'p { width: stretch }', 'css.properties.width.stretch'],
  ['a function', 'style.css', 'p { color: light-dark(red, blue) }', 'css.types.color.light-dark'],
  ['a function in a variable', 'style.css', 'p { --a: calc-size(auto, 2px) }', 'css.types.calc-size'],
  ['an at-rule', 'style.css', '@scope (p) { a { color: red } }', 'css.at-rules.scope'],
  [
    'a media feature',
    'style.css',
    '@media (scripting: none) { p { top: 0 } }',
    'css.at-rules.media.scripting',
  ],
  ['a pseudo-class', 'style.css', 'p:not(a:has-slotted) { top: 0 }', 'css.selectors.has-slotted'],
  ['an element of a page', 'page.html', '<p><selectedcontent></p>', 'html.elements.selectedcontent'],
  ['an attribute of a page', 'page.html', '<details name="a>b">', 'html.elements.details.name'],
  [
    'a key of the manifest',
    'manifest.json',
    '{ "sidebar_action": {} }',
    'webextensions.manifest.sidebar_action',
  ],
])('%s that is too new is noticed', (_, path, content, feature) => {
  expect(missingOf(path, content)).toContain(feature);
});

it.each([
  ['what the browser has', 'script.js', 'a?.at(-1).replaceAll(b, c); structuredClone(d ??= 1n)'],
  ['a name that something older has too', 'script.js', 'a.parse(b)'],
  ['a name of the file’s own', 'script.js', 'class CloseWatcher {}; new CloseWatcher()'],
  ['a member of what nobody gets at', 'script.js', 'state.dispatch(queue.draw(list.first()))'],
  ['an option of what is not called', 'script.js', 'f({ opacityProperty: !0 })'],
  ['what a text or a comment says', 'script.js', '/* a.moveBefore(b) */ f(`moveBefore`, "b.moveBefore()")'],
  ['what the browser is asked for', 'style.css', '@supports (width: stretch) { p { width: stretch } }'],
  [
    'what a string says',
    'style.css',
    'p::before { content: "light-dark(a)" } a[b=":has-slotted"] { top: 0 }',
  ],
])('%s is not', (_, path, content) => {
  expect(missingOf(path, content)).toEqual([]);
});
